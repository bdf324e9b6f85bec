// Which label stands where. Knows every label in the page, keeps each beside its post for as long as the post says the same, and gives
// up on a page that keeps taking one away.

/** @typedef {import("./read.js").Post} Post */
/** @typedef {import("./draw.js").Pen} Pen */
/** @typedef {import("./draw-label.js").Mark} Mark */
/** @typedef {import("../shared/choose.js").Shown} Shown */
/** @typedef {{ post: Post, shown: Shown, mark: Mark, mended: number }} Placed */

/** How often a label that the page removed or moved is put back. Frameworks do it once or twice; only a hostile page does it more. */
const MOST_MENDS = 5;

export class Places {
  /** @type {Map<Element, Placed>} */ #placed = new Map();
  #pen;
  #ofPost;

  /** @param {Pen} pen @param {import("./draw.js").OfPost} ofPost */
  constructor(pen, ofPost) {
    this.#pen = pen;
    this.#ofPost = ofPost;
  }

  /** @param {Element} element */
  has(element) {
    return this.#placed.has(element);
  }

  /** Puts a label beside a post, in place of the one it has. @param {Post} post @param {Shown} shown */
  put(post, shown) {
    this.drop(post.element);
    this.#placed.set(post.element, { post, shown, mark: this.#pen.mark(post, shown, this.#ofPost), mended: 0 });
  }

  /** @param {Element} element */
  drop(element) {
    this.#placed.get(element)?.mark.remove();
    this.#placed.delete(element);
  }

  dropAll() {
    for (const element of [...this.#placed.keys()]) this.drop(element);
  }

  /**
   * Something left the page: a post, whose label goes too, or a label, whose post is looked at again.
   * @param {(element: Element) => void} visit
   */
  tidy(visit) {
    for (const [element, { post, mark, mended }] of this.#placed) {
      if (!element.isConnected) this.drop(element);
      else if (mended < MOST_MENDS && !mark.isAt(post.place)) visit(element);
    }
  }

  /**
   * Sees to it that the label of an unchanged post is where it should be.
   * @param {Post} post as it stands in the page now
   * @returns {boolean} false: this post has no label, or one for other words
   */
  keep(post) {
    const placed = this.#placed.get(post.element);
    if (!placed || placed.post.key !== post.key || placed.post.text !== post.text) return false;
    if (!placed.mark.isAt(post.place) && placed.mended < MOST_MENDS) {
      placed.mended += 1;
      placed.mark.putAt(post.place);
    }
    if (placed.post.segments.some(({ node }) => !node.isConnected)) placed.mark.paint(post); // Same words, new nodes.
    placed.post = post;
    return true;
  }

  /** Labelled posts with these words. @param {string} text */
  saying(text) {
    return [...this.#placed.values()].filter(({ post }) => post.text === text);
  }

  /** @param {string} key @returns {Mark | null} */
  find(key) {
    for (const { post, mark } of this.#placed.values()) if (post.key === key && post.element.isConnected) return mark;
    return null;
  }
}
