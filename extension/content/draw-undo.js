// The line that takes a label's place when the reader said "not this": it says what was done and takes it back. It outlives the session,
// for the whole site may be off now, and goes when it scrolls away or when its post says something else.

import { element } from "../shared/element.js";
import { Host } from "./draw-host.js";

/** @typedef {import("./read.js").Post} Post */

export class Undo {
  #host;
  #button;
  #changes;
  #seen;

  /** @param {import("../shared/view.js").Setting} setting @param {Post} post @param {string} says @param {() => void} onUndo */
  constructor(setting, post, says, onUndo) {
    const { document, words } = setting;
    const view = /** @type {Window & typeof globalThis} */ (document.defaultView);
    this.#button = element(document, "button", { type: "button", class: "undo", "aria-describedby": "undone" }, words("undone_undo"));
    this.#button.addEventListener("click", (event) => {
      if (!event.isTrusted) return;
      this.remove();
      onUndo();
    });
    const line = element(
      document,
      "div",
      { class: "line" },
      element(document, "span", { class: "undone", id: "undone" }, says),
      this.#button,
    );
    this.#host = new Host(setting, words("label_name"), line);
    const before = post.segments.map(({ node }) => node.textContent);
    const isSame = () => post.segments.every(({ node }, place) => node.isConnected && node.textContent === before[place]);
    this.#changes = new view.MutationObserver(() => isSame() || this.remove());
    this.#changes.observe(document, { childList: true, characterData: true, subtree: true });
    let wasSeen = false;
    this.#seen = new view.IntersectionObserver(([entry]) => {
      if (entry?.isIntersecting) wasSeen = true;
      else if (wasSeen) this.remove();
    });
    this.#seen.observe(this.element);
  }

  get element() {
    return this.#host.element;
  }

  /** Stands right after our own label, which is about to go. @param {Element} label */
  putAfter(label) {
    label.after(this.element);
    this.#host.followTheme();
    this.#button.focus({ preventScroll: true });
  }

  followTheme() {
    this.#host.followTheme();
  }

  remove() {
    this.#changes.disconnect();
    this.#seen.disconnect();
    this.#host.remove();
  }
}
