// Words painted in the page with CSS highlights, which leave its tree as it is.

/** @typedef {import("../engine/firebreak.js").Span} Span */
/** @typedef {import("./read.js").Post} Post */

/** As in marks.css: one highlight a level, and one for the words that the reader points at in a card. @type {Record<string, string>} */
const NAMES = { warning: "mark-3", caution: "mark-2", note: "mark-1", lit: "mark-4" };

export class Paint {
  #registry;
  /** @type {Map<string, Highlight>} */ #highlights = new Map();

  /** @param {Document} document */
  constructor(document) {
    const view = /** @type {Window & typeof globalThis} */ (document.defaultView);
    this.#registry = view.CSS.highlights;
    for (const [look, name] of Object.entries(NAMES)) {
      const highlight = new view.Highlight();
      if (look === "lit") highlight.priority = 1; // Over what is painted there already.
      this.#highlights.set(look, highlight);
      this.#registry.set(name, highlight);
    }
  }

  /** @param {string} look @param {AbstractRange[]} ranges */
  add(look, ranges) {
    for (const range of ranges) this.#highlights.get(look)?.add(range);
  }

  /** @param {AbstractRange[]} ranges */
  take(ranges) {
    for (const highlight of this.#highlights.values()) for (const range of ranges) highlight.delete(range);
  }

  /** @param {AbstractRange[]} ranges the only words lit from now on */
  light(ranges) {
    this.#highlights.get("lit")?.clear();
    this.add("lit", ranges);
  }

  clear() {
    for (const [look, name] of Object.entries(NAMES)) {
      if (this.#registry.get(name) === this.#highlights.get(look)) this.#registry.delete(name);
    }
  }
}

/** @param {Span} one @param {Span} other */
export function covers(one, other) {
  return one.start <= other.start && one.end >= other.end;
}
