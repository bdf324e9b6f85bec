// A closed shadow root, held from outside the page: what a reader sees in a label and can press there.

export class Shadow {
  #call;

  /** @param {import("puppeteer-core").Page} page @param {import("./lab.js").CallInShadow} call */
  constructor(page, call) {
    this.page = page;
    this.#call = call;
  }

  /**
   * Runs `look` in the page with the shadow root as its first argument. It is sent as source, so it sees nothing
   * of the test but `args`, which are plain values.
   * @template T
   * @template {unknown[]} A
   * @param {(root: ShadowRoot, ...args: A) => T} look
   * @param {A} args
   * @returns {Promise<Awaited<T>>}
   */
  evaluate(look, ...args) {
    return this.#call(look.toString(), args);
  }

  /** Its visible text, as one line. */
  text() {
    return this.evaluate((root) =>
      [...root.children]
        .filter((child) => !(child instanceof HTMLStyleElement))
        .map((child) => (child instanceof HTMLElement ? child.innerText : child.textContent))
        .join(" ")
        .replace(/\s+/g, " ")
        .trim(),
    );
  }

  /**
   * The text of the nearest element around the host that matches `selector`, for saying which post a label is at.
   * @param {string} selector
   */
  textAround(selector) {
    return this.evaluate((root, around) => root.host.closest(around)?.textContent ?? null, selector);
  }

  /**
   * Presses the first element that matches, with the mouse, so that the page sees a trusted event where a person's
   * would fall. Like a person, it waits until the element stands still: a page that was scrolled may still be moving.
   * @param {string} selector
   */
  async click(selector) {
    const at = await this.evaluate(async (root, wanted) => {
      const element = root.querySelector(wanted);
      if (!element) return null;
      element.scrollIntoView({ block: "center", behavior: "instant" });
      let [box, still] = [element.getBoundingClientRect(), 0];
      while (still < 5) {
        await new Promise((frame) => requestAnimationFrame(frame));
        const now = element.getBoundingClientRect();
        still = now.x === box.x && now.y === box.y ? still + 1 : 0;
        box = now;
      }
      return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    }, selector);
    if (!at) throw new Error(`no ${selector} in this shadow root`);
    await this.page.mouse.click(at.x, at.y);
  }
}
