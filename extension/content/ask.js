// Asks the background for reports, many texts in one message. The background may be killed at any moment, in the middle of an answer
// too, and is woken by asking again; only an extension that is gone for good ends it.

import { alive } from "../shared/browser.js";
import { TextCache } from "../shared/cache.js";
import { MOST_TEXTS, Refused } from "../shared/protocol.js";
import { SecondLook } from "./second-look.js";

/** @typedef {import("../engine/firebreak.js").Report} Report */
/** @typedef {import("../shared/protocol.js").Judged} Judged */
/**
 * judge: by the rules, many at once; read: by the reader too, one at a time; later: what the reader said of a text whose report was given
 * out before.
 * @typedef {{ judge: (texts: string[]) => Promise<Judged[]>, read: (text: string) => Promise<Report>, later: (text: string, report: Report) => void }} Ways
 */
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
  #judge;
  #second;

  /** @param {Ways} ways */
  constructor({ judge, read, later }) {
    this.#judge = judge;
    this.#second = new SecondLook(
      (text) => persist(() => read(text)),
      (text, report) => {
        this.#known.set(text, report);
        later(text, report);
      },
    );
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
      const judged = await persist(() => this.#judge(batch.map(({ text }) => text)));
      batch.forEach((asked, place) => this.#answer(asked, /** @type {Judged} */ (judged[place])));
    } catch (error) {
      for (const { text, reject } of batch) {
        this.#asked.delete(text);
        reject(error);
      }
    }
  }

  /** @param {Asked} asked @param {Judged} judged */
  async #answer({ text, resolve }, judged) {
    const report = await this.#second.first(text, judged);
    this.#known.set(text, report);
    this.#asked.delete(text);
    resolve(report);
  }
}

/** @template T @param {() => Promise<T>} send @returns {Promise<T>} */
async function persist(send) {
  for (let attempt = 0; ; attempt += 1) {
    if (!alive()) throw new Gone("the extension is gone");
    try {
      return await withPatience(send());
    } catch (error) {
      if (error instanceof Refused || attempt === PAUSES.length) throw alive() ? error : new Gone("the extension is gone");
      await new Promise((done) => setTimeout(done, PAUSES[attempt]));
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
