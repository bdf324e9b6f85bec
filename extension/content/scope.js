// What belongs to one post and not to a post inside it: a quoted post, or a reply that the page nests in its parent.

export class Scope {
  /** @type {boolean | null} */
  #nested = null;

  /**
   * @param {Element} post
   * @param {string} postSelector  matches every kind of post of the site; "" when none is found by selector
   */
  constructor(post, postSelector) {
    this.post = post;
    this.postSelector = postSelector;
  }

  /** Whether the post holds other posts. Asked once, since most posts hold none and the plain search is much faster. */
  get nested() {
    this.#nested ??= this.postSelector !== "" && this.post.querySelector(this.postSelector) !== null;
    return this.#nested;
  }

  /** True for an element that is another post. @param {Element} element */
  isOther = (element) => this.nested && element.matches(this.postSelector);

  /** Whether an element of the post holds another post. @param {Element} element */
  nestedIn(element) {
    return this.nested && element.querySelector(this.postSelector) !== null;
  }

  /** The post's own elements that match, in document order. @param {string} selector @returns {Element[]} */
  all(selector) {
    if (!this.nested) return [...this.post.querySelectorAll(selector)];
    // A post deep in a thread would search every reply below it again, so the walk turns back at the next post.
    /** @type {Element[]} */
    const found = [];
    /** @type {Element | null} */
    let element = this.post.firstElementChild;
    while (element) {
      const other = element.matches(this.postSelector);
      if (!other && element.matches(selector)) found.push(element);
      if (!other && element.firstElementChild) {
        element = element.firstElementChild;
        continue;
      }
      while (element && element !== this.post && !element.nextElementSibling) element = element.parentElement;
      element = !element || element === this.post ? null : element.nextElementSibling;
    }
    return found;
  }

  /** @param {string} selector @returns {Element | null} */
  first(selector) {
    return this.nested ? (this.all(selector)[0] ?? null) : this.post.querySelector(selector);
  }
}
