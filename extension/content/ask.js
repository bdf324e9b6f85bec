// Asks the background for reports, many texts in one message. The background may be killed at any moment, in the middle of an answer
// too, and is woken by asking again; only an extension that is gone for good ends it.

import { alive } from "../shared/browser.js";
import { TextCache } from "../shared/cache.js";
import { MOST_TEXTS, Refused } from "../shared/protocol.js";

/** @typedef {import("../engine/firebreak.js").Report} Report */
/** @typedef {{ text: string, resolve: (report: Report) => void, reject: (error: unknown) => void }} Asked */

/** The reports around the reader's scroll position, so that a post that comes back is labelled in the same frame. */
const KEPT_TEXTS = 1000;
const KEPT_CHARACTERS = 500_000;

/** Pauses before asking again, in milliseconds. The first is short: a worker that was killed starts in less. */
const PAUSES = [20, 200, 1000];
/** A worker killed in the middle of an answer sometimes leaves the question open for ever. */
const PATIENCE = 10_000;

/** The extension was reloaded or removed under the page. */
export class Gone extends Error {}

export class Ask {
  /** @type {TextCache<Report>} */ #known = new TextCache(KEPT_TEXTS, KEPT_CHARACTERS);
  /** @type {Map<string, Promise<Report>>} */ #asked = new Map();
  /** @type {Asked[]} */ #queue = [];
  #send;

  /** @param {(texts: string[]) => Promise<Report[]>} send */
  constructor(send) {
    this.#send = send;
  }

  /** @param {string} text @returns {Report | undefined} a report that is here already */
  known(text) {
    return this.#known.get(text);
  }

  /** Puts a text into the next message. @param {string} text @returns {Promise<Report>} */
  report(text) {
    const asked = this.#asked.get(text);
    if (asked) return asked;
    if (this.#queue.length === 0) queueMicrotask(() => this.#flush());
    const answer = /** @type {Promise<Report>} */ (new Promise((resolve, reject) => this.#queue.push({ text, resolve, reject })));
    this.#asked.set(text, answer);
    return answer;
  }

  #flush() {
    const queue = this.#queue.splice(0);
    for (let from = 0; from < queue.length; from += MOST_TEXTS) this.#message(queue.slice(from, from + MOST_TEXTS));
  }

  /** @param {Asked[]} batch */
  async #message(batch) {
    try {
      const reports = await this.#persist(batch.map(({ text }) => text));
      batch.forEach(({ text, resolve }, place) => {
        const report = /** @type {Report} */ (reports[place]);
        this.#known.set(text, report);
        resolve(report);
      });
    } catch (error) {
      for (const { reject } of batch) reject(error);
    } finally {
      for (const { text } of batch) this.#asked.delete(text);
    }
  }

  /** @param {string[]} texts @returns {Promise<Report[]>} */
  async #persist(texts) {
    for (let attempt = 0; ; attempt += 1) {
      if (!alive()) throw new Gone("the extension is gone");
      try {
        return await withPatience(this.#send(texts));
      } catch (error) {
        if (error instanceof Refused || attempt === PAUSES.length) throw alive() ? error : new Gone("the extension is gone");
        await new Promise((done) => setTimeout(done, PAUSES[attempt]));
      }
    }
  }
}

/** @template T @param {Promise<T>} answer @returns {Promise<T>} */
function withPatience(answer) {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  const silence = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error("the background did not answer")), PATIENCE);
  });
  return /** @type {Promise<T>} */ (Promise.race([answer, silence])).finally(() => clearTimeout(timer));
}
