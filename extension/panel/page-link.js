// Keeps the panel's copy of a thread up to date: asks the page for what changed, again at once while there is more, else once a second.

import { askPage } from "../shared/protocol.js";

/** @typedef {import("../shared/protocol.js").Row} Row */
/** @typedef {import("../shared/protocol.js").Page} Page */
/** waiting: posts still to be read; folded: replies that the page does not show, null where nothing new is known of them. @typedef {Pick<import("../shared/protocol.js").ThreadPart, "waiting" | "folded">} Others */

const AGAIN = 1000;

/**
 * onPage: the panel is about another page, or null where nothing is read; onRows: new and changed rows, and what the page says
 * of others.
 * @typedef {{ onPage: (page: Page | null) => void, onRows: (rows: Row[], others: Others) => void }} Hooks
 */

export class PageLink {
  #hooks;
  #tab;
  #epoch = "";
  #since = 0;
  /** @type {ReturnType<typeof setTimeout> | undefined} */ #timer;
  #asking = false;
  /** @type {string | null} */ #page = "";

  /** @param {() => Promise<number | null>} tab which tab the panel is about @param {Hooks} hooks */
  constructor(tab, hooks) {
    this.#tab = tab;
    this.#hooks = hooks;
  }

  /** Asks now, and goes on asking. */
  async look() {
    if (this.#asking) return;
    this.#asking = true;
    clearTimeout(this.#timer);
    const more = await this.#ask();
    this.#asking = false;
    this.#timer = setTimeout(() => this.look(), more ? 0 : AGAIN);
  }

  /** @returns {Promise<boolean>} whether there is more */
  async #ask() {
    const tab = await this.#tab();
    const answer = tab === null ? null : await this.#thread(tab);
    const name = answer && JSON.stringify([answer.epoch, answer.page.url, answer.page.title]);
    if (!answer || answer.epoch !== this.#epoch) {
      this.#epoch = answer?.epoch ?? "";
      this.#since = 0;
    }
    if (name !== this.#page) {
      this.#page = name;
      this.#hooks.onPage(answer?.page ?? null);
    }
    if (!answer) return false;
    this.#since = answer.next;
    this.#hooks.onRows(answer.rows, answer);
    return answer.more;
  }

  /** @param {number} tab */
  async #thread(tab) {
    try {
      return await askPage(tab, "panel-to-page/thread", { epoch: this.#epoch, since: this.#since });
    } catch {
      return null; // No content script runs there.
    }
  }
}
