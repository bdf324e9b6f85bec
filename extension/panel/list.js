// A list of any length of which only the rows in view exist. Rows are equally high, so that a place in the list is a multiplication.
// The arrow keys move among the rows; the row with the keyboard in it is kept although it is out of view.

import { element } from "../shared/element.js";

/** Rows made beyond the view on each side, so that a quick scroll shows no gap. */
const SPARE = 6;

/** @template T */
export class List {
  #view;
  #list;
  #options;
  /** @type {T[]} */ #items = [];
  /** @type {Map<string, { item: T, node: HTMLElement }>} */ #made = new Map();
  #active = 0;

  /**
   * @param {Document} document
   * @param {{ label: string, height: number, key: (item: T) => string, make: (item: T) => Node[], main: string }} options
   *   height of a row in px; main: selector of the button in a row that the arrow keys go to
   */
  constructor(document, options) {
    this.#options = options;
    this.#list = element(document, "ul", { class: "rows", "aria-label": options.label });
    this.#view = element(document, "div", { class: "scroll" }, this.#list);
    this.#view.addEventListener("scroll", () => this.#draw(), { passive: true });
    this.#list.addEventListener("keydown", (event) => this.#onKey(event));
    this.#list.addEventListener("focusin", (event) => this.#onFocus(event));
    const view = /** @type {Window & typeof globalThis} */ (document.defaultView);
    new view.ResizeObserver(() => this.#draw()).observe(this.#view);
  }

  get node() {
    return this.#view;
  }

  /** @param {T[]} items an item that is the same object keeps its row */
  show(items) {
    this.#items = items;
    this.#list.style.height = `${items.length * this.#options.height}px`;
    this.#active = Math.min(this.#active, Math.max(0, items.length - 1));
    this.#draw();
  }

  #draw() {
    const { height, key } = this.#options;
    const first = Math.max(0, Math.floor(this.#view.scrollTop / height) - SPARE);
    const last = Math.min(this.#items.length, Math.ceil((this.#view.scrollTop + this.#view.clientHeight) / height) + SPARE);
    const focused = this.#list.contains(this.#list.ownerDocument.activeElement) ? this.#active : -1;
    /** @type {Set<string>} */
    const kept = new Set();
    /** @param {number} place */
    const keep = (place) => {
      const item = /** @type {T} */ (this.#items[place]);
      kept.add(key(item));
      this.#put(item, place);
    };
    for (let place = first; place < last; place += 1) keep(place);
    if (focused >= 0 && focused < this.#items.length && (focused < first || focused >= last)) keep(focused);
    for (const [one, { node }] of this.#made) {
      if (kept.has(one)) continue;
      node.remove();
      this.#made.delete(one);
    }
    this.#straighten();
  }

  /** Readers of the tree, and the Tab key, go by its order. Rows that stand right are not touched, because that would take the focus. */
  #straighten() {
    const place = (/** @type {HTMLElement} */ node) => Number(node.dataset.place);
    const nodes = [...this.#made.values()].map(({ node }) => node).sort((one, other) => place(one) - place(other));
    const focused = nodes.findIndex((node) => node.contains(node.ownerDocument.activeElement));
    for (let index = focused - 1; index >= 0; index -= 1) {
      const [node, next] = [nodes[index], nodes[index + 1]];
      if (node && next && node.nextSibling !== next) next.before(node);
    }
    for (let index = Math.max(0, focused); index < nodes.length; index += 1) {
      const [node, previous] = [nodes[index], nodes[index - 1]];
      if (!node || node === nodes[focused]) continue;
      if (previous && node.previousSibling !== previous) previous.after(node);
      else if (!previous && node.previousSibling) this.#list.prepend(node);
    }
  }

  /** @param {T} item @param {number} place */
  #put(item, place) {
    const { height, key, make, main } = this.#options;
    const known = this.#made.get(key(item));
    let node = known?.node;
    if (!node || known?.item !== item) {
      const fresh = element(this.#list.ownerDocument, "li", { class: "row" }, ...make(item));
      const hadFocus = node?.contains(node.ownerDocument.activeElement);
      if (node) node.replaceWith(fresh);
      else this.#list.append(fresh);
      if (hadFocus) /** @type {HTMLElement | null} */ (fresh.querySelector(main))?.focus({ preventScroll: true });
      node = fresh;
      this.#made.set(key(item), { item, node });
    }
    node.style.insetBlockStart = `${place * height}px`;
    node.style.blockSize = `${height}px`;
    node.dataset.place = String(place);
    node.setAttribute("aria-posinset", String(place + 1));
    node.setAttribute("aria-setsize", String(this.#items.length));
    // One row is on the way of the Tab key, with all that is in it; the arrow keys say which.
    for (const control of /** @type {NodeListOf<HTMLElement>} */ (node.querySelectorAll("button, input"))) {
      control.tabIndex = place === this.#active ? 0 : -1;
    }
  }

  /** @param {FocusEvent} event */
  #onFocus({ target }) {
    const row = /** @type {Element} */ (target).closest(".row");
    const place = Number(/** @type {HTMLElement | null} */ (row)?.dataset.place);
    if (Number.isNaN(place) || place === this.#active) return;
    this.#active = place;
    this.#draw();
  }

  /** @param {KeyboardEvent} event */
  #onKey(event) {
    const page = Math.max(1, Math.floor(this.#view.clientHeight / this.#options.height) - 1);
    const step = { ArrowDown: 1, ArrowUp: -1, PageDown: page, PageUp: -page, Home: -Infinity, End: Infinity }[event.key];
    if (step === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    this.#go(Math.max(0, Math.min(this.#items.length - 1, this.#active + step)));
  }

  /** @param {number} place */
  #go(place) {
    const { height, key, main } = this.#options;
    const item = this.#items[place];
    if (item === undefined) return;
    this.#active = place;
    const [top, bottom] = [place * height, (place + 1) * height];
    if (top < this.#view.scrollTop) this.#view.scrollTop = top;
    else if (bottom > this.#view.scrollTop + this.#view.clientHeight) this.#view.scrollTop = bottom - this.#view.clientHeight;
    this.#draw();
    /** @type {HTMLElement | null | undefined} */ (this.#made.get(key(item))?.node.querySelector(main))?.focus({ preventScroll: true });
  }
}
