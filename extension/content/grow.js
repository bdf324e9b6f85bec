// Finds posts on sites whose containers carry no name: grows a block from an anchor (mostly the time) until the next anchor would be in it.

/** @typedef {{ from: string, within: string }} Grow */

/** Blocks found on a page, each with the anchor that it grew from. */
export class Blocks {
  /** @type {WeakMap<Element, { anchor: Element, rule: number }>} */
  #known = new WeakMap();
  /** @type {Grow[]} */
  #rules;
  /** Matches the anchor of every rule: a comment's block must not swallow the caption. */
  #anchors;
  #other;

  /** @param {Grow[]} rules @param {string} otherPosts  selector of posts found by name; their anchors grow no block */
  constructor(rules, otherPosts) {
    this.#rules = rules;
    this.#anchors = rules.map(({ from }) => from).join(", ");
    this.#other = otherPosts;
  }

  /** @param {ParentNode & Node} root @returns {Element[]} */
  find(root) {
    if (this.#rules.length === 0) return [];
    /** @type {Set<Element>} */
    const found = new Set();
    const own = root.nodeType === 1 && /** @type {Element} */ (root).matches(this.#anchors) ? [/** @type {Element} */ (root)] : [];
    for (const anchor of [...own, ...root.querySelectorAll(this.#anchors)]) {
      const block = this.#blockOf(anchor);
      if (block) found.add(block);
    }
    return [...found];
  }

  /** The rule that found this block, or -1 when it is none (any more). @param {Element} element */
  ruleOf(element) {
    const known = this.#known.get(element);
    if (!known || !element.contains(known.anchor) || this.#anchorsIn(element) > 1) return -1;
    return known.rule;
  }

  /** @param {Element} element @returns {Element | null} */
  closest(element) {
    for (let block = /** @type {Element | null} */ (element); block; block = block.parentElement) {
      const known = this.#known.get(block);
      if (!known) continue;
      if (this.ruleOf(block) >= 0) return block;
      const grown = known.anchor.isConnected ? this.#blockOf(known.anchor) : null;
      return grown?.contains(element) ? grown : null;
    }
    return null;
  }

  /** @param {Element} block */
  #anchorsIn(block) {
    let count = 0;
    for (const anchor of block.querySelectorAll(this.#anchors)) {
      if (!this.#isOthers(anchor) && ++count > 1) break;
    }
    return count;
  }

  /** @param {Element} anchor */
  #isOthers(anchor) {
    return this.#other !== "" && anchor.closest(this.#other) !== null;
  }

  /** @param {Element} anchor @returns {Element | null} */
  #blockOf(anchor) {
    const rule = this.#rules.findIndex(({ from }) => anchor.matches(from));
    const grow = this.#rules[rule];
    if (!grow || this.#isOthers(anchor)) return null;
    const limit = anchor.parentElement?.closest(grow.within);
    if (!limit) return null;
    let block = anchor;
    for (let parent = anchor.parentElement; parent && parent !== limit && this.#anchorsIn(parent) <= 1; parent = parent.parentElement)
      block = parent;
    if (block === anchor) return null;
    this.#known.set(block, { anchor, rule });
    return block;
  }
}
