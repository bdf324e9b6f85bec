// What lies over the words and the media of a post whose reader asked for that. The panels stand in the label's own shadow root and are
// placed against the label by measured geometry: they move with the post through lists, transforms and scrolling, and no node of the
// page is restyled.

import { element } from "../shared/element.js";
import { rangesFor } from "./text.js";

/** @typedef {import("./read.js").Post} Post */
/** @typedef {import("../shared/view.js").Setting} Setting */
/** @typedef {{ left: number, top: number, right: number, bottom: number }} Box */
/** @typedef {Box & { edge: number }} Covered */

/** Smaller pictures are avatars, badges and signs in the text. */
const LEAST_MEDIA = 80;
/** A panel reaches this far beyond words, so that no edge of a letter shows. A picture ends where its box ends. */
const EDGE = 3;

export class Cover {
  #setting;
  #root;
  #media;
  #post;
  /** @type {HTMLElement[]} */ #panels = [];
  #sizes;

  /**
   * @param {Setting} setting @param {HTMLElement} root the panels become its children and are placed against it
   * @param {Post} post @param {() => Element[]} media what the post shows beside its words, asked anew as the post changes
   */
  constructor(setting, root, post, media) {
    this.#setting = setting;
    this.#root = root;
    this.#media = media;
    this.#post = post;
    const view = /** @type {Window & typeof globalThis} */ (setting.document.defaultView);
    this.#sizes = new view.ResizeObserver(() => this.#fit());
    this.follow(post);
  }

  /** The post's nodes may be others now. @param {Post} post */
  follow(post) {
    this.#post = post;
    this.#sizes.disconnect();
    const parts = post.segments.flatMap(({ node }) => node.parentElement ?? []);
    for (const part of new Set([post.element, this.#root, ...parts, ...this.#media()])) this.#sizes.observe(part);
    this.#fit();
  }

  remove() {
    this.#sizes.disconnect();
    for (const panel of this.#panels) panel.remove();
    this.#panels = [];
  }

  #fit() {
    const origin = this.#root.getBoundingClientRect();
    // A page may show its posts scaled; what is set inside is scaled with them.
    const scale = this.#root.offsetWidth > 0 ? origin.width / this.#root.offsetWidth : 1;
    const boxes = this.#boxes();
    while (this.#panels.length > boxes.length) this.#panels.pop()?.remove();
    while (this.#panels.length < boxes.length) this.#panels.push(this.#panel());
    boxes.forEach((box, place) => {
      const { style } = /** @type {HTMLElement} */ (this.#panels[place]);
      style.left = `${(box.left - origin.left) / scale - box.edge}px`;
      style.top = `${(box.top - origin.top) / scale - box.edge}px`;
      style.width = `${(box.right - box.left) / scale + 2 * box.edge}px`;
      style.height = `${(box.bottom - box.top) / scale + 2 * box.edge}px`;
      style.borderRadius = box.edge === 0 ? "0" : ""; // A round corner would let the picture's own corner show.
    });
  }

  /** @returns {Covered[]} */
  #boxes() {
    const { segments, text } = this.#post;
    const words = around(rangesFor(segments, 0, text.length).map((range) => range.getBoundingClientRect()));
    const parts = this.#media();
    const outermost = parts.filter((part) => !parts.some((other) => other !== part && other.contains(part)));
    // A picture may be larger than the frame that it lies in.
    const media = outermost.flatMap((part) => {
      const box = around(parts.filter((other) => part.contains(other)).map((other) => other.getBoundingClientRect()));
      return box && box.right - box.left >= LEAST_MEDIA && box.bottom - box.top >= LEAST_MEDIA ? [{ ...box, edge: 0 }] : [];
    });
    return words ? [{ ...words, edge: EDGE }, ...media] : media;
  }

  #panel() {
    const { document, words } = this.#setting;
    const says = element(document, "span", { class: "says" }, words("cover_panel"));
    const panel = element(document, "div", { class: "panel", "aria-hidden": "true" }, says);
    this.#root.append(panel);
    return panel;
  }
}

/** @param {Box[]} boxes @returns {Box | null} the smallest box around all that are not empty */
export function around(boxes) {
  const real = boxes.filter(({ left, top, right, bottom }) => right > left && bottom > top);
  if (real.length === 0) return null;
  return {
    left: Math.min(...real.map(({ left }) => left)),
    top: Math.min(...real.map(({ top }) => top)),
    right: Math.max(...real.map(({ right }) => right)),
    bottom: Math.max(...real.map(({ bottom }) => bottom)),
  };
}
