// Goes to a post for the panel, and back to where the reader was. Scrolling is all it does to the page.

export class Jump {
  #window;
  /** @type {{ element: Element | null, top: number, y: number } | null} */
  #from = null;

  /** @param {Document} document */
  constructor(document) {
    this.#window = /** @type {Window & typeof globalThis} */ (document.defaultView);
  }

  /** @param {Element} element */
  to(element) {
    this.#from ??= this.#here();
    // At once: a long smooth scroll is motion for nothing, and lists that load while scrolling undo it.
    element.scrollIntoView({ block: "center", behavior: "instant" });
  }

  /** @returns {boolean} false: there was no jump to come back from */
  back() {
    if (!this.#from) return false;
    const { element, top, y } = this.#from;
    this.#from = null;
    // What stood in the middle of the view is found again although posts above it came or went.
    if (element?.isConnected) this.#window.scrollBy({ top: element.getBoundingClientRect().top - top, behavior: "instant" });
    else this.#window.scrollTo({ top: y, behavior: "instant" });
    return true;
  }

  /**
   * Where a post stands in the view, for a picture of it.
   * @param {Element} element
   * @returns {{ x: number, y: number, width: number, height: number, scale: number, whole: boolean }} in CSS pixels; whole: all of it is in view
   */
  frame(element) {
    const { innerWidth, innerHeight, devicePixelRatio } = this.#window;
    const { left, top, right, bottom } = element.getBoundingClientRect();
    const [x, y] = [Math.max(0, left), Math.max(0, top)];
    const [width, height] = [Math.min(innerWidth, right) - x, Math.min(innerHeight, bottom) - y];
    const whole = width >= right - left - 1 && height >= bottom - top - 1;
    return { x, y, width: Math.max(0, width), height: Math.max(0, height), scale: devicePixelRatio, whole };
  }

  #here() {
    const { document, innerWidth, innerHeight, scrollY } = this.#window;
    const element = document.elementFromPoint(innerWidth / 2, innerHeight / 2);
    return { element, top: element?.getBoundingClientRect().top ?? 0, y: scrollY };
  }
}
