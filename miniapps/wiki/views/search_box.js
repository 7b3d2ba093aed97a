/**
 * The search field with suggestions: a combobox with a list box below it.
 * @module views/search_box
 */

import { fill, h } from "../frame/element.js";
import { icon } from "../frame/icons.js";
import { searchBuiltIn } from "../built_in/index.js";
import { articlePath } from "../titles.js";

const PAUSE = 180;

/**
 * @param {{words: Object, wikipedia: Object, language: string, voice: Object}} app
 * @param {Object} pages
 * @param {string} [query] - text to start with
 * @returns {HTMLElement}
 */
export function searchBox(app, pages, query = "") {
  return new SearchBox(app, pages, query).node;
}

class SearchBox {
  #timer = 0;
  #asked = null;
  #hits = [];
  #active = -1;

  constructor(app, pages, query) {
    Object.assign(this, { app, pages });
    const { t } = app.words;
    this.input = h("input", {
      type: "search",
      id: "search",
      role: "combobox",
      "aria-label": t("search"),
      "aria-expanded": "false",
      "aria-controls": "suggestions",
      "aria-autocomplete": "list",
      autocomplete: "off",
      placeholder: t("searchHint"),
      maxlength: 200,
      value: query,
      oninput: () => this.#typed(),
      onkeydown: (event) => this.#key(event),
      onblur: () => setTimeout(() => this.#close(), 150),
    });
    this.list = h("ul", {
      id: "suggestions",
      class: "plain suggestions",
      role: "listbox",
      "aria-label": t("suggestions"),
      hidden: true,
    });
    this.node = h(
      "form",
      { class: "search-box", role: "search", onsubmit: (event) => this.#submit(event) },
      h("div", { class: "search-field" }, icon("search", 20), this.input),
      this.list,
    );
  }

  #typed() {
    clearTimeout(this.#timer);
    const query = this.input.value.trim();
    if (query.length < 2) this.#close();
    else this.#timer = setTimeout(() => this.#suggest(query), PAUSE);
  }

  async #suggest(query) {
    const { wikipedia, language } = this.app;
    this.#asked?.abort();
    const asked = new AbortController();
    this.#asked = asked;
    const here = searchBuiltIn(language, query)
      .slice(0, 2)
      .map(({ id, title, summary }) => ({ path: articlePath(id, language), title, description: summary, here: true }));
    try {
      const there = await wikipedia.suggest(language, query, asked.signal);
      this.#show([...here, ...there.map((hit) => ({ ...hit, path: articlePath(hit.title, language) }))].slice(0, 9));
    } catch {
      if (!asked.signal.aborted) this.#show(here);
    }
  }

  #show(hits) {
    if (document.activeElement !== this.input) return;
    this.#hits = hits;
    this.#active = -1;
    fill(
      this.list,
      hits.map((hit, index) => this.#option(hit, index)),
    );
    this.list.hidden = hits.length === 0;
    this.input.setAttribute("aria-expanded", String(hits.length > 0));
    this.input.removeAttribute("aria-activedescendant");
    this.app.voice.announce(this.app.words.t("suggested", { count: hits.length }));
  }

  #option(hit, index) {
    const picture = hit.picture
      ? h("img", { src: hit.picture, alt: "", width: 40, height: 40, referrerpolicy: "no-referrer" })
      : h("span", { class: "hit-icon" }, icon(hit.here ? "device" : "book", 18));
    return h(
      "li",
      {
        id: `suggestion-${index}`,
        role: "option",
        "aria-selected": "false",
        class: "hit",
        onmousedown: (event) => event.preventDefault(),
        onclick: () => this.#open(hit),
      },
      picture,
      h("span", { class: "grow" }, h("strong", {}, hit.title), h("span", { class: "meta" }, hit.description)),
    );
  }

  #key(event) {
    const steps = { ArrowDown: 1, ArrowUp: -1 };
    if (event.key === "Escape" && !this.list.hidden) {
      event.preventDefault();
      this.#close();
    } else if (event.key in steps && this.#hits.length > 0 && !this.list.hidden) {
      event.preventDefault();
      this.#activate(
        (this.#active + steps[event.key] + this.#hits.length + (this.#active < 0 && event.key === "ArrowUp" ? 1 : 0)) %
          this.#hits.length,
      );
    } else if (event.key === "Enter" && this.#active >= 0) {
      event.preventDefault();
      this.#open(this.#hits[this.#active]);
    }
  }

  #activate(index) {
    this.#active = index;
    [...this.list.children].forEach((option, place) => option.setAttribute("aria-selected", String(place === index)));
    this.list.children[index].scrollIntoView({ block: "nearest" });
    this.input.setAttribute("aria-activedescendant", `suggestion-${index}`);
  }

  #open(hit) {
    this.#close();
    this.pages.go(hit.path);
  }

  #close() {
    clearTimeout(this.#timer);
    this.#asked?.abort();
    this.#active = -1;
    this.list.hidden = true;
    this.input.setAttribute("aria-expanded", "false");
    this.input.removeAttribute("aria-activedescendant");
  }

  #submit(event) {
    event.preventDefault();
    const query = this.input.value.trim();
    this.#close();
    if (query) this.pages.go(`/search?q=${encodeURIComponent(query)}`);
  }
}
