// What was read on this page since it was opened or last navigated, for the popup to say in honest words.

/** @typedef {import("../shared/choose.js").Shown} Shown */
/** @typedef {import("../engine/firebreak.js").Level} Level */
/** @typedef {{ key: string, level: Level, category: string, more: number, excerpt: string, here: boolean }} Listed */
/**
 * @typedef {{
 *   host: string, on: boolean, strategy: "exact" | "semantic" | "none", suspect: boolean,
 *   read: number, language: number, silent: number, waiting: number, problem: string | null, labels: Listed[],
 * }} Coverage
 */
/** waiting: asked for; read: judged; language: not a supported one. @typedef {"waiting" | "read" | "language"} State */

const LONGEST_EXCERPT = 120;
/** A feed that is scrolled for hours: the oldest posts leave the count before it eats the tab's memory. */
const MOST_POSTS = 10_000;

export class Tally {
  /** @type {Map<string, { state: State, listed: Omit<Listed, "key" | "here"> | null }>} */ #posts = new Map();
  /** @type {WeakSet<Element>} */ #silent = new WeakSet();
  #silentCount = 0;

  /** A post without text of its own, which has no key either. @param {Element} element */
  silent(element) {
    if (this.#silent.has(element)) return;
    this.#silent.add(element);
    this.#silentCount += 1;
  }

  /** @param {Element} element it has text after all */
  spoke(element) {
    if (this.#silent.delete(element)) this.#silentCount -= 1;
  }

  /** @param {string} key @param {State} state @param {Shown | null} shown @param {string} text */
  set(key, state, shown, text) {
    const [first] = shown?.labels ?? [];
    this.#posts.set(key, {
      state,
      listed: shown && first ? { level: shown.level, category: first.id, more: shown.labels.length - 1, excerpt: excerptOf(text) } : null,
    });
    if (this.#posts.size > MOST_POSTS) this.#posts.delete(/** @type {string} */ (this.#posts.keys().next().value));
  }

  /** How many posts were found. */
  posts() {
    return this.#posts.size + this.#silentCount;
  }

  clear() {
    this.#posts.clear();
    this.#silent = new WeakSet();
    this.#silentCount = 0;
  }

  /** @returns {{ labelled: number, level: Level }} how many posts are labelled, and the worst level */
  labelled() {
    const levels = [...this.#posts.values()].flatMap(({ listed }) => (listed ? [listed.level] : []));
    const level = /** @type {Level[]} */ (["warning", "caution"]).find((one) => levels.includes(one)) ?? "note";
    return { labelled: levels.length, level };
  }

  /**
   * @param {(key: string) => boolean} isHere is the post in the page now?
   * @returns {Pick<Coverage, "read" | "language" | "silent" | "waiting" | "labels">}
   */
  coverage(isHere) {
    const counts = { waiting: 0, read: 0, language: 0 };
    /** @type {Listed[]} */
    const labels = [];
    for (const [key, { state, listed }] of this.#posts) {
      counts[state] += 1;
      if (listed) labels.push({ key, ...listed, here: isHere(key) });
    }
    return { ...counts, silent: this.#silentCount, labels };
  }
}

/** @param {string} text */
function excerptOf(text) {
  const line = text.replace(/\s+/g, " ").trim();
  return line.length > LONGEST_EXCERPT ? `${line.slice(0, LONGEST_EXCERPT).trimEnd()}…` : line;
}
