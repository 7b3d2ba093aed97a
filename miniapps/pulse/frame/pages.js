/**
 * One page at a time, by pathname: routing, the back button, titles, sharing, attaching, saving before sleep.
 * @module frame/pages
 */

import { button, fill, h } from "./element.js";
import { icon } from "./icons.js";
import { errorNotice, notice, skeleton } from "./notices.js";
import { sentence } from "./room.js";

/**
 * A page as a route's maker returns it.
 * @typedef {Object} Page
 * @property {Node} node - what to show
 * @property {string} title - for the host's header and the document
 * @property {() => (Object|null)} [card] - the card to share, or null while there is nothing to share
 * @property {string} [attachText] - the words on the attach button
 * @property {string|null} [refusal] - why this page cannot be shared, where it cannot
 * @property {() => (void|Promise<void>)} [save] - keeps unfinished work
 * @property {() => void} [shown] - called once the page stands in the document
 * @property {() => void} [leave] - stops timers and listeners
 */

/** Path and query of an event or an address, as one text that starts with `/`. */
export function joinPath(path, query) {
  const address = new URL(String(path || "/"), "http://room.invalid");
  for (const [key, value] of Object.entries(query ?? {})) address.searchParams.set(key, value);
  return address.pathname + address.search;
}

/** Shows the page of the current path and follows links, the host and the history. */
export class Pages {
  #page = null;
  #turn = 0;
  #depth = 0;

  /**
   * @param {{room: Object, words: Object, voice: Object}} app
   * @param {HTMLElement} main - where pages go
   * @param {Array<[RegExp, function(Object): (Page|Promise<Page>)]>} routes - first match wins; the maker gets
   *   `{match, query, pages}`
   */
  constructor({ room, words, voice }, main, routes) {
    Object.assign(this, { room, words, voice, main, routes });
    this.bar = h("div", { class: "attach-bar", hidden: true });
    main.after(this.bar);
  }

  /** The open path with its query. */
  get path() {
    return location.pathname + location.search;
  }

  /** Listens, shows the first page and tells the host that the splash can end. */
  async open() {
    this.#depth = history.state?.depth ?? 0;
    addEventListener("popstate", (event) => {
      this.#depth = event.state?.depth ?? 0;
      this.show();
    });
    document.addEventListener("click", (event) => this.#followLink(event));
    this.room.on("link.didOpen", ({ path, query, scene }) => {
      if (scene) this.room.scene = scene;
      this.go(joinPath(path, query));
    });
    this.room.on("scene.didChange", ({ scene }) => {
      this.room.scene = scene;
      this.refreshBar();
    });
    this.room.on("back.didPress", () => this.back());
    this.room.on("share.willShare", () => this.share());
    this.room.on("lifecycle.willSuspend", () => this.save());
    addEventListener("pagehide", () => this.save());
    await this.show();
    await this.room.tell("host.ready");
  }

  /** Opens a path; `replace` leaves no step to go back to. */
  async go(path, { replace = false } = {}) {
    if (replace) {
      history.replaceState({ depth: this.#depth }, "", path);
    } else if (path !== this.path) {
      this.#depth += 1;
      history.pushState({ depth: this.#depth }, "", path);
    }
    await this.show();
  }

  /** One step back, or to the first page where this page was opened from outside. */
  back() {
    if (this.#depth > 0) history.back();
    else this.go("/", { replace: true });
  }

  /** Makes and shows the page of the current path. */
  async show() {
    this.#turn += 1;
    const turn = this.#turn;
    const first = this.#page === null;
    await this.save();
    this.#page?.leave?.();
    this.#page = {};
    const waiting = setTimeout(() => turn === this.#turn && fill(this.main, skeleton(this.words)), 150);
    const page = await this.#make();
    clearTimeout(waiting);
    if (turn !== this.#turn) {
      page.leave?.();
      return;
    }
    this.#page = page;
    fill(this.main, page.node);
    scrollTo(0, 0);
    if (!first) this.#focusHeading();
    this.retitle(page.title);
    this.room.tell("host.setBackButton", { visible: location.pathname !== "/" });
    this.refreshBar();
    page.shown?.();
  }

  async #make() {
    try {
      const query = Object.fromEntries(new URLSearchParams(location.search));
      for (const [pattern, make] of this.routes) {
        const match = pattern.exec(location.pathname);
        if (match) return await make({ match, query, pages: this });
      }
      return this.#missing();
    } catch (error) {
      return { title: this.words.t("failed"), node: errorNotice(error, this.words, () => this.show(), "h1") };
    }
  }

  #missing() {
    const { t } = this.words;
    const home = h("a", { class: "button", href: "/" }, t("toStart"));
    return {
      title: t("noPage"),
      node: notice({ icon: "search", title: t("noPage"), text: t("noPageText"), actions: [home], tag: "h1" }),
    };
  }

  #focusHeading() {
    const heading = this.main.querySelector("h1, .notice-title");
    if (!heading) return;
    heading.tabIndex = -1;
    heading.focus({ preventScroll: true });
  }

  #followLink(event) {
    const anchor = event.target.closest?.("a[href^='/']");
    if (!anchor || event.defaultPrevented || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey)
      return;
    event.preventDefault();
    this.go(anchor.getAttribute("href"));
  }

  /** Names the page, here and in the host's header. */
  retitle(title) {
    document.title = title;
    this.room.tell("host.setTitle", { title: title.slice(0, 80) });
  }

  /** Keeps the open page's unfinished work. */
  async save() {
    try {
      await this.#page?.save?.();
    } catch (error) {
      await this.voice.toast(sentence(error), "warm");
    }
  }

  #card() {
    return trimCard(this.#page?.card?.() ?? { path: this.path, title: document.title });
  }

  /** Opens the host's composer with the open page; outside Stoa copies its address. */
  async share() {
    if (this.#page?.refusal) {
      await this.voice.toast(this.#page.refusal, "warm");
      return;
    }
    try {
      if (this.room.available) {
        await this.room.call("share.post", this.#card());
      } else {
        await this.room.copyLink(this.#card().path);
        await this.voice.toast(this.words.t("copied"), "good");
      }
    } catch (error) {
      await this.voice.fail(error);
    }
  }

  /** Copies the link of the open page. */
  async copyLink() {
    try {
      await this.room.copyLink(this.#card().path);
      await this.voice.toast(this.words.t("copied"), "good");
    } catch (error) {
      await this.voice.fail(error);
    }
  }

  /** Shows or hides the bar that answers a composer looking for a page to attach. */
  refreshBar() {
    const { t } = this.words;
    this.bar.hidden = this.room.scene !== "attach";
    if (this.bar.hidden) return;
    const ready = this.#page?.card?.();
    const attach = async () => {
      try {
        await this.room.call("share.attach", trimCard(this.#page.card()));
        this.room.scene = "app";
        this.refreshBar();
        await this.voice.toast(t("attached"), "good");
      } catch (error) {
        await this.voice.fail(error);
      }
    };
    fill(
      this.bar,
      h("p", {}, ready ? t("attachReady") : t("attachChoose")),
      ready &&
        button(this.#page.attachText ?? t("attach"), { class: "primary", icon: icon("attach"), onclick: attach }),
    );
  }
}

/** A card within the limits of the contract. */
export function trimCard(card) {
  const cut = (text, most) => (text.length > most ? `${text.slice(0, most - 1)}…` : text);
  const trimmed = { ...card, title: cut(card.title || "…", 80) };
  if (card.subtitle) trimmed.subtitle = cut(card.subtitle, 120);
  if (card.text) trimmed.text = cut(card.text, 2000);
  return trimmed;
}
