/**
 * The page of an article.
 * @module views/article
 */

import { button, fill, h, iconButton } from "../frame/element.js";
import { icon } from "../frame/icons.js";
import { notice } from "../frame/notices.js";
import { readArticle } from "../reading.js";
import { SIZES } from "../shelf.js";
import { articlePath, webAddress } from "../titles.js";
import { draw, firstSentence, headings } from "../tree.js";
import { entryLink } from "./lists.js";

/** Makes the page for `/a/<title>?lang=<language>`. */
export async function articlePage(app, title, language, pages) {
  try {
    const read = await readArticle(app, title, language);
    const page = new ArticlePage(app, read, pages);
    await page.start();
    return page.asPage();
  } catch (error) {
    if (!error.kind) throw error;
    return failedPage(app, title, language, error.kind, pages);
  }
}

function failedPage({ words, room }, title, language, kind, pages) {
  const { t } = words;
  const actions = [
    kind === "missing"
      ? h("a", { class: "button", href: `/search?q=${encodeURIComponent(title)}` }, t("searchInstead"))
      : button(t("retry"), { class: "primary", icon: icon("refresh"), onclick: () => pages.show() }),
    button(t("browser"), { icon: icon("external"), onclick: () => room.openLink(webAddress(title, language)) }),
  ];
  const state = notice({
    icon: kind === "missing" ? "search" : "offline",
    title: t(`state.${kind}`),
    text: t(`state.${kind}.text`),
    tone: "warm",
    role: "alert",
    actions,
  });
  const node = h(
    "div",
    { class: "stack large" },
    h("h1", {}, title),
    state,
    h("p", {}, h("a", { href: "/" }, t("toHere"))),
  );
  return { node, title, card: () => ({ path: articlePath(title, language), title }) };
}

class ArticlePage {
  constructor(app, read, pages) {
    Object.assign(this, { ...app, read, pages });
    this.text = h("div", { class: "article-text", lang: read.language });
    this.tools = h("div", { class: "row tools" });
  }

  async start() {
    const { read, shelf, voice } = this;
    this.settings = await shelf.settings();
    this.kept = (await shelf.saved()).some(({ path }) => path === read.path);
    this.top = await shelf.place(read.path);
    await shelf.visited({ path: read.path, title: read.title, at: Date.now() }).catch((error) => voice.fail(error));
  }

  asPage() {
    const { read, words } = this;
    const wide = matchMedia("(min-width: 600px)").matches;
    fill(this.text, draw(read.tree, { openLink: (url) => this.room.openLink(url), facts: words.t("facts"), wide }));
    this.#resize();
    this.#drawTools();
    const node = h(
      "article",
      { class: "stack" },
      h(
        "header",
        { class: "stack small" },
        h("div", { class: "row" }, this.#sourceChip()),
        h("h1", { lang: read.language }, read.title),
        read.summary && h("p", { class: "muted", lang: read.language }, read.summary),
      ),
      this.#trouble(),
      this.tools,
      this.#contents(),
      this.text,
      this.#after(),
    );
    return {
      node,
      title: read.title,
      attachText: words.t("attachArticle"),
      card: () => ({ path: read.path, title: read.title, subtitle: read.summary || firstSentence(read.tree) }),
      save: () => this.shelf.keepPlace(read.path, Math.round(scrollY)),
      shown: () => this.top > 0 && scrollTo(0, this.top),
    };
  }

  #sourceChip() {
    const { t } = this.words;
    const chips = {
      builtIn: [icon("device", 13), t("source.builtIn")],
      saved: [icon("bookmark", 13), t("source.saved")],
      wikipedia: [icon("globe", 13), t("source.wikipedia")],
    };
    return h("span", { class: "chip" }, chips[this.read.source]);
  }

  #trouble() {
    const { read, words } = this;
    if (!read.trouble) return null;
    const retry = button(words.t("retry"), { icon: icon("refresh"), onclick: () => this.pages.show() });
    return notice({
      icon: "offline",
      title: words.t(`state.${read.trouble}`),
      text: words.t(read.source === "saved" ? "showsSaved" : "showsBuiltIn"),
      tone: "warm",
      role: "status",
      actions: [retry],
    });
  }

  #drawTools() {
    const { t } = this.words;
    const { size } = this.settings;
    const step = (name, text, by) =>
      iconButton(name, h("span", { class: "letter", "aria-hidden": "true" }, text), {
        disabled: !SIZES[size + by],
        onclick: () => this.#setSize(size + by),
      });
    const saveName = this.kept ? t("unsave") : t("save");
    fill(
      this.tools,
      button(t("share"), { class: "primary", icon: icon("share"), onclick: () => this.pages.share() }),
      this.read.source !== "builtIn" &&
        button(saveName, {
          class: this.kept ? "filled" : "",
          icon: icon("bookmark"),
          "aria-pressed": String(this.kept),
          onclick: () => this.#toggleSaved(),
        }),
      h(
        "span",
        { class: "row sizes", role: "group", "aria-label": t("size") },
        step(t("smaller"), "A−", -1),
        step(t("larger"), "A+", 1),
      ),
    );
  }

  async #setSize(size) {
    this.settings.size = size;
    this.#resize();
    this.#drawTools();
    this.voice.announce(this.words.t("sizeNow", { number: size + 1, total: SIZES.length }));
    await this.shelf.set({ size }).catch((error) => this.voice.fail(error));
  }

  #resize() {
    this.text.style.setProperty("font-size", `${SIZES[this.settings.size]}rem`);
  }

  async #toggleSaved() {
    const { read, shelf, words } = this;
    const { path, title, tree, changed } = read;
    try {
      if (this.kept) await shelf.drop(path);
      else await shelf.keep({ path, title, tree, changed, at: Date.now() });
      this.kept = !this.kept;
      this.#drawTools();
      this.tools.querySelector("[aria-pressed]")?.focus();
      await this.voice.toast(words.t(this.kept ? "savedNow" : "dropped"), "good");
    } catch (error) {
      await this.voice.fail(error);
    }
  }

  #contents() {
    const titles = headings(this.read.tree);
    if (titles.length < 3) return null;
    const go = (index) => {
      const heading = this.text.querySelectorAll("h2")[index];
      heading.tabIndex = -1;
      heading.scrollIntoView({ block: "start" });
      heading.focus({ preventScroll: true });
    };
    const items = titles.map((title, index) =>
      h("li", {}, h("button", { type: "button", class: "content-link", onclick: () => go(index) }, title)),
    );
    return h(
      "details",
      { class: "contents" },
      h("summary", {}, this.words.t("contents")),
      h("ol", { class: "plain" }, items),
    );
  }

  #after() {
    const { read, words } = this;
    const { t } = words;
    const browser = button(t("browser"), {
      icon: icon("external"),
      onclick: () => this.room.openLink(webAddress(read.wiki, read.language)),
    });
    const full = h(
      "a",
      { class: "button", href: articlePath(read.wiki, read.language) },
      icon("globe"),
      h("span", {}, t("readFull")),
    );
    const see = read.see
      ? h(
          "section",
          { class: "stack small" },
          h("h2", {}, t("see")),
          h(
            "ul",
            { class: "plain links" },
            read.see.map((entry) => h("li", {}, entryLink(entry))),
          ),
        )
      : null;
    const changed = read.changed ? t("changed", { date: words.date(read.changed, { dateStyle: "medium" }) }) : "";
    const licence = read.source === "builtIn" ? t("licenceBuiltIn") : `${t("licence")} ${changed}`;
    return h(
      "footer",
      { class: "stack" },
      see,
      h("div", { class: "row" }, read.source === "builtIn" && !read.trouble ? full : browser),
      h("p", { class: "meta" }, licence),
    );
  }
}
