// One label in the page, with the card behind it and, where the reader wants that, the cover over its post.

import { renderActions } from "../shared/disagree.js";
import { element } from "../shared/element.js";
import { renderKeep } from "../shared/keep.js";
import { renderLinks } from "../shared/links.js";
import { renderCard, renderLabel } from "../shared/view.js";
import { Cover } from "./draw-cover.js";
import { Host } from "./draw-host.js";
import { covers } from "./draw-paint.js";
import { rangesFor } from "./text.js";

/** @typedef {import("./read.js").Post} Post */
/** @typedef {import("../shared/choose.js").Shown} Shown */
/** @typedef {import("../shared/view.js").Setting} Setting */
/** @typedef {import("../shared/disagree.js").Off} Off */
/** @typedef {import("../engine/firebreak.js").Span} Span */
/**
 * What a label asks of the pen: off: the reader disagrees; removed: it is gone; covered: the reader covered or showed the post;
 * media: what a post shows beside its words; keep: saves the post as evidence; links: searches whether it is so.
 * @typedef {{
 *   off: (mark: Mark, what: Off) => void, removed: (mark: Mark) => void,
 *   covered: (post: Post, covered: boolean) => void, media: (element: Element) => Element[],
 *   keep: (post: Post) => Promise<unknown>, links: (post: Post) => import("../shared/links.js").Link[],
 * }} Hooks
 */

export class Mark {
  post;
  #setting;
  #paint;
  #shown;
  #hooks;
  #host;
  #button;
  #toggle;
  #card;
  /** @type {Cover | null} */ #cover = null;
  /** @type {AbstractRange[]} */ #ranges = [];
  /** @type {(() => void) | null} */ #onceClosed = null;
  /** Taken back for good: it is not put back where a page seems to have removed it. */ #gone = false;

  /** @param {Setting} setting @param {import("./draw-paint.js").Paint} paint @param {Post} post @param {Shown} shown @param {Hooks} hooks */
  constructor(setting, paint, post, shown, hooks) {
    const { document, words } = setting;
    this.#setting = setting;
    this.#paint = paint;
    this.#shown = shown;
    this.#hooks = hooks;
    this.post = post;
    this.#button = renderLabel(setting, shown, { quoted: post.quoted });
    this.#toggle = shown.cover ? element(document, "button", { type: "button", class: "toggle" }) : null;
    this.#toggle?.addEventListener("click", (event) => {
      if (event.isTrusted) this.setCovered(this.#cover === null);
    });
    this.#card = element(document, "div", { class: "over", popover: "auto" });
    this.#button.popoverTargetElement = this.#card;
    this.#card.addEventListener("beforetoggle", (event) => this.#onToggle(event.newState === "open"));
    this.#card.addEventListener("toggle", (event) => event.newState === "closed" && this.#onceClosed?.());
    const line = element(document, "div", { class: "line" }, this.#button, this.#toggle);
    this.#host = new Host(setting, words("label_name"), line, this.#card);
    this.#say();
    this.paint(post);
  }

  /** The element of ours that stands in the page. */
  get host() {
    return this.#host.element;
  }

  /**
   * Says the same of the same post for other reasons: the line beside the post stays as it is, and the card is made anew when it is opened.
   * @param {Shown} shown @returns {boolean} false: it looks different, and takes another label
   */
  become(shown) {
    if (faceOf(shown) !== faceOf(this.#shown)) return false;
    this.#shown = shown;
    this.#card.replaceChildren();
    this.paint(this.post);
    return true;
  }

  get isOpen() {
    return this.#card.matches(":popover-open");
  }

  /** @param {() => void} then */
  onceClosed(then) {
    this.#onceClosed = () => {
      this.#onceClosed = null;
      then();
    };
  }

  /** @param {boolean} opens */
  #onToggle(opens) {
    this.#button.setAttribute("aria-expanded", String(opens));
    if (opens) {
      if (!this.#card.firstChild) this.#card.append(this.#renderCard()); // Made once: a report that is being written stays.
      return;
    }
    this.#paint.light([]);
    // A click elsewhere has taken the focus already, and keeps it.
    if (this.#card.contains(this.#host.shadow.activeElement)) this.#button.focus({ preventScroll: true });
  }

  #renderCard() {
    const { text, partial, quoted } = this.post;
    const card = renderCard(this.#setting, this.#shown, text, {
      partial,
      quoted,
      onClose: () => this.#card.hidePopover(),
      onPoint: (spans) => this.#paint.light(this.#rangesOf(spans)),
      onFind: (span) => this.#find(span),
      actions: [
        ...this.#links(),
        ...renderActions(this.#setting, this.#shown, text, (what) => this.#hooks.off(this, what)),
        ...renderKeep(this.#setting, () => this.#hooks.keep(this.post)),
      ],
    });
    card.setAttribute("autofocus", "");
    return card;
  }

  /** Whoever reads that somebody is to blame can look whether it is so. */
  #links() {
    if (this.#shown.labels.every(({ id }) => id !== "unverified-blame")) return [];
    const links = renderLinks(this.#setting, this.#hooks.links(this.post));
    return links ? [links] : [];
  }

  /** @param {Post["place"]} place */
  putAt({ node, where }) {
    if (this.#gone) return;
    if (where === "after") node.after(this.host);
    else node.append(this.host);
    this.followTheme();
  }

  /** @param {Post["place"]} place */
  isAt({ node, where }) {
    if (this.#gone) return true;
    return where === "after" ? this.host.previousElementSibling === node && this.host.isConnected : this.host.parentElement === node;
  }

  /** Paints the words of this post, and no longer those painted before. @param {Post} post */
  paint(post) {
    this.post = post;
    this.#paint.take(this.#ranges);
    const all = this.#shown.labels.flatMap(({ level, spans }) => spans.map((span) => ({ ...span, level })));
    const spans = all.filter((span, place) => !all.some((other, before) => before < place && covers(other, span))); // Worst first: see choose.
    this.#ranges = spans.flatMap(({ start, end, level }) => {
      const ranges = rangesFor(post.segments, start, end);
      this.#paint.add(level, ranges);
      return ranges;
    });
    this.#cover?.follow(post);
  }

  get canCover() {
    return this.#toggle !== null;
  }

  get isCovered() {
    return this.#cover !== null;
  }

  /** @param {boolean} covered */
  setCovered(covered) {
    if (!this.canCover || covered === this.isCovered) return;
    this.#cover?.remove();
    this.#cover = covered ? new Cover(this.#setting, this.#host.root, this.post, () => this.#hooks.media(this.post.element)) : null;
    this.#say();
    this.#hooks.covered(this.post, covered);
  }

  #say() {
    if (this.#toggle) this.#toggle.textContent = this.#setting.words(this.isCovered ? "cover_show" : "cover_again");
  }

  followTheme() {
    this.#host.followTheme();
  }

  /** Brings the label into view and the keyboard to it. At once: a long smooth scroll is motion for nothing, and lists undo it. */
  show() {
    this.post.element.scrollIntoView({ block: "center", behavior: "instant" });
    this.focus();
  }

  focus() {
    this.#button.focus({ preventScroll: true });
  }

  open() {
    if (!this.isOpen) this.#button.click();
  }

  get hasFocus() {
    return this.#host.shadow.activeElement !== null;
  }

  remove() {
    this.#gone = true;
    if (this.isOpen) this.#paint.light([]);
    this.#cover?.remove();
    this.#paint.take(this.#ranges);
    this.#ranges = [];
    this.#host.remove();
    this.#hooks.removed(this);
  }

  /** @param {Span[]} spans */
  #rangesOf(spans) {
    return spans.flatMap(({ start, end }) => rangesFor(this.post.segments, start, end));
  }

  /** @param {Span} span */
  #find(span) {
    const [range] = this.#rangesOf([span]);
    range?.startContainer.parentElement?.scrollIntoView({ block: "center", behavior: "instant" });
  }
}

/** What of it is seen without opening the card. @param {Shown} shown */
function faceOf({ level, labels, cover }) {
  return JSON.stringify([level, cover, labels.map(({ id, level: own }) => [id, own])]);
}
