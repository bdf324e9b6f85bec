// One plain element of ours in the page, with everything inside a closed shadow root. Whatever the page does to it is undone for a while.

import card from "../shared/card.css";
import { element } from "../shared/element.js";
import label from "../shared/view.css";
import { themeBehind } from "./colour.js";
import cover from "./cover.css";

/** @typedef {import("../shared/view.js").Setting} Setting */

/** Marks our elements, so that a new copy of the extension can clear away what an old one could not. */
export const SIGN = "data-firebreak";

/** A page that keeps restyling our element is left alone after this often: it can always hide it in some other way. */
const MOST_REPAIRS = 20;

/** Set on the element itself and !important, so that no rule of the page wins. A page can still remove it: see place.js. */
const HOST_STYLE = Object.entries({
  all: "initial",
  display: "block",
  position: "static",
  float: "none",
  flex: "0 0 auto",
  "align-self": "stretch",
  "grid-column": "1 / -1",
  "min-width": "0",
  "max-width": "100%",
  margin: "6px 0 2px",
  visibility: "visible",
  opacity: "1",
  transform: "none",
  transition: "none",
  animation: "none",
  cursor: "default",
  "pointer-events": "auto",
  "user-select": "none",
})
  .map(([property, value]) => `${property}: ${value} !important`)
  .join("; ");

/** A click or a key on a label is not meant for the post around it, which might open, like or share itself. */
const KEPT_EVENTS = ["click", "dblclick", "auxclick", "mousedown", "mouseup", "pointerdown", "pointerup", "touchstart", "touchend"].concat([
  "keydown",
  "keyup",
  "keypress",
  "input",
  "change",
  "copy",
  "contextmenu",
  "dragstart",
]);

/** @type {WeakMap<Document, CSSStyleSheet>} one parsed sheet for all hosts of a page */
const sheets = new WeakMap();

/** @param {Document} document */
function sheetOf(document) {
  const known = sheets.get(document);
  if (known) return known;
  const view = /** @type {Window & typeof globalThis} */ (document.defaultView);
  const sheet = new view.CSSStyleSheet();
  sheet.replaceSync(label + card + cover);
  sheets.set(document, sheet);
  return sheet;
}

export class Host {
  element;
  shadow;
  /** What is seen: colours and the language are set on it. */ root;
  #guard;
  #repairs = 0;

  /** @param {Setting} setting @param {string} name what a screen reader calls it @param {...Node} children */
  constructor({ document, words }, name, ...children) {
    this.element = element(document, "div", { [SIGN]: "", style: HOST_STYLE });
    this.root = element(
      document,
      "div",
      { class: "firebreak", role: "note", lang: words("language_tag"), "aria-label": name },
      ...children,
    );
    this.shadow = this.element.attachShadow({ mode: "closed" });
    this.shadow.adoptedStyleSheets = [sheetOf(document)];
    this.shadow.append(this.root);
    for (const type of KEPT_EVENTS) this.shadow.addEventListener(type, (event) => event.stopPropagation());
    this.#guard = new MutationObserver(() => this.#repair());
    this.#watch();
  }

  followTheme() {
    if (this.element.parentElement) this.root.dataset.theme = themeBehind(this.element.parentElement);
  }

  remove() {
    this.#guard.disconnect();
    this.element.remove();
  }

  #watch() {
    this.#guard.observe(this.element, { attributes: true, childList: true });
  }

  #repair() {
    this.#guard.disconnect();
    for (const { name } of [...this.element.attributes]) this.element.removeAttribute(name);
    this.element.setAttribute(SIGN, "");
    this.element.setAttribute("style", HOST_STYLE);
    this.element.replaceChildren();
    this.#repairs += 1;
    if (this.#repairs < MOST_REPAIRS) this.#watch();
  }
}
