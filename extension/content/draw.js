// The only file that changes the page. It adds one plain element a label, with everything inside a closed shadow root, and paints words
// with CSS highlights, which leave the page's tree as it is. It takes back all that it added.

import { element } from "../shared/element.js";
import { renderCard, renderLabel } from "../shared/view.js";
import card from "../shared/card.css";
import label from "../shared/view.css";
import { themeBehind } from "./colour.js";
import { rangesFor } from "./text.js";

/** @typedef {import("./read.js").Post} Post */
/** @typedef {import("../shared/choose.js").Shown} Shown */
/** @typedef {import("../engine/firebreak.js").Span} Span */
/** @typedef {import("../shared/view.js").Setting} Setting */

/** Marks our elements, so that a new copy of the extension can clear away what an old one could not. */
const SIGN = "data-firebreak";

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

/** A page that keeps restyling our element is left alone after this often: it can always hide it in some other way. */
const MOST_REPAIRS = 20;

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

export class Pen {
  #document;
  #setting;
  #paint;
  #sheet;
  /** @type {WeakSet<Node>} */ #hosts = new WeakSet();
  /** @type {Set<Mark>} */ #marks = new Set();

  /** @param {Setting} setting */
  constructor(setting) {
    this.#setting = setting;
    this.#document = setting.document;
    this.#paint = new Paint(setting.document);
    const view = /** @type {Window & typeof globalThis} */ (setting.document.defaultView);
    this.#sheet = new view.CSSStyleSheet();
    this.#sheet.replaceSync(label + card);
    for (const left of this.#document.querySelectorAll(`div[${SIGN}]`)) left.remove();
  }

  /** @param {Node} node */
  isOurs(node) {
    return this.#hosts.has(node);
  }

  /** @param {Post} post @param {Shown} shown @returns {Mark} */
  mark(post, shown) {
    const mark = new Mark(this.#setting, this.#sheet, this.#paint, post, shown, (gone) => this.#marks.delete(gone));
    this.#hosts.add(mark.host);
    this.#marks.add(mark);
    mark.putAt(post.place);
    return mark;
  }

  /** The page changed its colours. */
  followTheme() {
    for (const mark of this.#marks) mark.followTheme();
  }

  /** Takes back everything. */
  clear() {
    for (const mark of [...this.#marks]) mark.remove();
    this.#paint.clear();
  }
}

/** One label in the page. */
export class Mark {
  host;
  #shadow;
  #root;
  #button;
  #card;
  #shown;
  #post;
  #paint;
  #onRemove;
  /** @type {AbstractRange[]} */ #ranges = [];
  #guard;
  #repairs = 0;

  /**
   * @param {Setting} setting @param {CSSStyleSheet} sheet @param {Paint} paint @param {Post} post @param {Shown} shown
   * @param {(mark: Mark) => void} onRemove
   */
  constructor(setting, sheet, paint, post, shown, onRemove) {
    const { document, words } = setting;
    this.#paint = paint;
    this.#post = post;
    this.#shown = shown;
    this.#onRemove = onRemove;
    this.host = element(document, "div", { [SIGN]: "", style: HOST_STYLE });
    this.#button = renderLabel(setting, shown);
    this.#card = element(document, "div", { class: "over", popover: "auto" });
    this.#button.popoverTargetElement = this.#card;
    this.#card.addEventListener("beforetoggle", (event) => this.#onToggle(setting, event.newState === "open"));
    this.#root = element(
      document,
      "div",
      { class: "firebreak", role: "note", lang: words("language_tag"), "aria-label": words("label_name") },
      this.#button,
      this.#card,
    );
    this.#shadow = this.host.attachShadow({ mode: "closed" });
    this.#shadow.adoptedStyleSheets = [sheet];
    this.#shadow.append(this.#root);
    for (const name of KEPT_EVENTS) this.#shadow.addEventListener(name, (event) => event.stopPropagation());
    this.#guard = new MutationObserver(() => this.#repair());
    this.#watchHost();
    this.paint(post);
  }

  /** @param {Setting} setting @param {boolean} opens */
  #onToggle(setting, opens) {
    this.#button.setAttribute("aria-expanded", String(opens));
    if (opens) this.#fill(setting);
    // A click elsewhere has taken the focus already, and keeps it.
    else if (this.#card.contains(this.#shadow.activeElement)) this.#button.focus({ preventScroll: true });
  }

  /** @param {Setting} setting */
  #fill(setting) {
    const { text, partial } = this.#post;
    const card = renderCard(setting, this.#shown, text, { partial, onClose: () => this.#card.hidePopover() });
    card.setAttribute("autofocus", "");
    this.#card.replaceChildren(card);
  }

  /** @param {Post["place"]} place */
  putAt({ node, where }) {
    if (where === "after") node.after(this.host);
    else node.append(this.host);
    this.followTheme();
  }

  /** @param {Post["place"]} place */
  isAt({ node, where }) {
    return where === "after" ? this.host.previousElementSibling === node && this.host.isConnected : this.host.parentElement === node;
  }

  /** Paints the words of this post, and no longer those painted before. @param {Post} post */
  paint(post) {
    this.#post = post;
    this.#paint.take(this.#ranges);
    const all = this.#shown.labels.flatMap(({ level, spans }) => spans.map((span) => ({ ...span, level })));
    const spans = all.filter((span, place) => !all.some((other, before) => before < place && covers(other, span))); // Worst first: see choose.
    this.#ranges = spans.flatMap(({ start, end, level }) => {
      const ranges = rangesFor(post.segments, start, end);
      this.#paint.add(level, ranges);
      return ranges;
    });
  }

  followTheme() {
    if (this.host.parentElement) this.#root.dataset.theme = themeBehind(this.host.parentElement);
  }

  /** Brings the label into view and the keyboard to it. At once: a long smooth scroll is motion for nothing, and lists undo it. */
  show() {
    this.#post.element.scrollIntoView({ block: "center", behavior: "instant" });
    this.#button.focus({ preventScroll: true });
  }

  remove() {
    this.#guard.disconnect();
    this.#paint.take(this.#ranges);
    this.#ranges = [];
    this.host.remove();
    this.#onRemove(this);
  }

  #watchHost() {
    this.#guard.observe(this.host, { attributes: true, childList: true });
  }

  /** Whatever the page did to our element is undone, for a while. */
  #repair() {
    this.#guard.disconnect();
    for (const { name } of [...this.host.attributes]) this.host.removeAttribute(name);
    this.host.setAttribute(SIGN, "");
    this.host.setAttribute("style", HOST_STYLE);
    this.host.replaceChildren();
    this.#repairs += 1;
    if (this.#repairs < MOST_REPAIRS) this.#watchHost();
  }
}

/** @param {Span} one @param {Span} other */
function covers(one, other) {
  return one.start <= other.start && one.end >= other.end;
}

/** The painted words of the whole page, one highlight a level. */
class Paint {
  #registry;
  /** @type {Map<string, Highlight>} */ #highlights = new Map();

  /** @param {Document} document */
  constructor(document) {
    const view = /** @type {Window & typeof globalThis} */ (document.defaultView);
    this.#registry = view.CSS.highlights;
    for (const [level, name] of Object.entries(NAMES)) {
      const highlight = new view.Highlight();
      this.#highlights.set(level, highlight);
      this.#registry.set(name, highlight);
    }
  }

  /** @param {string} level @param {AbstractRange[]} ranges */
  add(level, ranges) {
    for (const range of ranges) this.#highlights.get(level)?.add(range);
  }

  /** @param {AbstractRange[]} ranges */
  take(ranges) {
    for (const highlight of this.#highlights.values()) for (const range of ranges) highlight.delete(range);
  }

  clear() {
    for (const [level, name] of Object.entries(NAMES)) {
      if (this.#registry.get(name) === this.#highlights.get(level)) this.#registry.delete(name);
    }
  }
}

/** As in marks.css. @type {Record<string, string>} */
const NAMES = { warning: "mark-3", caution: "mark-2", note: "mark-1" };
