// The only file, with those named draw-, that changes the page. It adds one plain element a label, paints words, covers what the reader
// wants covered, and takes back all that it added.

import { changesOf } from "../shared/disagree.js";
import { SIGN } from "./draw-host.js";
import { Mark } from "./draw-label.js";
import { Paint } from "./draw-paint.js";
import { Undo } from "./draw-undo.js";

/** @typedef {import("./read.js").Post} Post */
/** @typedef {import("../shared/choose.js").Shown} Shown */
/** @typedef {import("../shared/disagree.js").Off} Off */
/** @typedef {import("../shared/settings.js").Settings} Settings */
/** @typedef {import("../shared/view.js").Setting} Setting */
/** What a label needs of the page's reading. @typedef {Pick<import("./draw-label.js").Hooks, "media" | "keep" | "links">} OfPost */
/** @typedef {(change: (settings: Settings) => Settings) => void} Change */

export class Pen {
  #setting;
  #change;
  #paint;
  /** @type {WeakSet<Node>} */ #hosts = new WeakSet();
  /** @type {Set<Mark>} */ #marks = new Set();
  /** Posts that the reader chose to see, by key and words: they stay shown when a list draws them again. @type {Set<string>} */ #revealed =
    new Set();
  /** @type {Undo | null} */ #undo = null;
  /** The post whose label was just asked back, and takes the keyboard when it comes. @type {Element | null} */ #expected = null;

  /** @param {Setting} setting @param {Change} change keeps what the reader decides on a card */
  constructor(setting, change) {
    this.#setting = setting;
    this.#change = change;
    this.#paint = new Paint(setting.document);
    for (const left of setting.document.querySelectorAll(`div[${SIGN}]`)) left.remove();
  }

  /** @param {Node} node */
  isOurs(node) {
    return this.#hosts.has(node);
  }

  /** @param {Post} post @param {Shown} shown @param {OfPost} ofPost @returns {Mark} */
  mark(post, shown, ofPost) {
    const mark = new Mark(this.#setting, this.#paint, post, shown, {
      ...ofPost,
      removed: (gone) => this.#marks.delete(gone),
      off: (one, what) => this.#off(one, what),
      covered: (one, covered) => (covered ? this.#revealed.delete(nameOf(one)) : this.#revealed.add(nameOf(one))),
    });
    this.#hosts.add(mark.host);
    this.#marks.add(mark);
    mark.putAt(post.place);
    if (shown.cover && !this.#revealed.has(nameOf(post))) mark.setCovered(true);
    if (this.#expected === post.element) {
      this.#expected = null;
      const { activeElement, body } = this.#setting.document;
      if (activeElement === null || activeElement === body) mark.focus(); // The reader may have gone elsewhere meanwhile.
    }
    return mark;
  }

  /** The page changed its colours. */
  followTheme() {
    for (const mark of this.#marks) mark.followTheme();
    this.#undo?.followTheme();
  }

  /** A key of the manifest's commands was pressed. @param {string} name @returns {boolean} whether there was anything to do it to */
  command(name) {
    switch (name) {
      case "next-label":
        return this.next();
      case "open-card":
        return this.openCard();
      case "toggle-cover":
        return this.toggleCover();
      default:
        return false;
    }
  }

  /** The next label after the one with the keyboard, else the first in view or below it, else the first. @returns {boolean} */
  next() {
    const marks = this.#inOrder();
    const current = marks.findIndex((mark) => mark.hasFocus);
    const next = current >= 0 ? marks[current + 1] : marks.find(({ host }) => host.getBoundingClientRect().top >= 0);
    const mark = next ?? marks[0];
    mark?.show();
    return mark !== undefined;
  }

  /** Opens the card of the label with the keyboard, else of the first in view. @returns {boolean} */
  openCard() {
    const mark = this.#atHand(this.#inOrder());
    mark?.focus();
    mark?.open();
    return mark !== undefined;
  }

  /** Covers again what was shown; where all is covered, shows the post at hand. @returns {boolean} */
  toggleCover() {
    const marks = this.#inOrder().filter(({ canCover }) => canCover);
    const shown = marks.filter(({ isCovered }) => !isCovered);
    const focused = marks.find(({ hasFocus }) => hasFocus);
    const changed = focused ? [focused] : shown.length > 0 ? shown : [this.#atHand(marks)];
    for (const mark of changed) mark?.setCovered(!mark.isCovered);
    return marks.length > 0;
  }

  /** Takes back all labels; the line that undoes the reader's last decision stays. */
  clear() {
    for (const mark of [...this.#marks]) mark.remove();
  }

  /** Takes back everything. */
  erase() {
    this.clear();
    this.#undo?.remove();
    this.#paint.clear();
  }

  #inOrder() {
    const follows = (/** @type {Mark} */ one, /** @type {Mark} */ other) => one.host.compareDocumentPosition(other.host) & 4;
    return [...this.#marks].filter(({ host }) => host.isConnected).sort((one, other) => (follows(one, other) ? -1 : 1));
  }

  /** @param {Mark[]} marks */
  #atHand(marks) {
    const height = this.#setting.document.defaultView?.innerHeight ?? 0;
    const inView = (/** @type {Mark} */ { host }) => host.getBoundingClientRect().bottom > 0 && host.getBoundingClientRect().top < height;
    return marks.find(({ hasFocus }) => hasFocus) ?? marks.find(inView);
  }

  /** @param {Mark} mark @param {Off} what */
  #off(mark, what) {
    const { post, host } = mark;
    const change = changesOf(what, { text: post.text, host: this.#setting.document.location.host, now: Date.now() });
    this.#undo?.remove();
    this.#undo = new Undo(this.#setting, post, change.says(this.#setting.words), () => {
      this.#expected = post.element;
      this.#change(change.revert);
    });
    this.#hosts.add(this.#undo.element);
    this.#undo.putAfter(host);
    mark.remove();
    this.#change(change.apply);
  }
}

/** @param {Post} post */
function nameOf({ key, text }) {
  return `${key} ${text}`;
}
