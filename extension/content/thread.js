// The whole thread for the panel: every post of the page, also those far from the view, with the facts that the page shows. What came into
// view is remembered; the rest, and all facts, are read only while a panel asks, in idle time. Rows are given out once each, and again
// when they change.

/** @typedef {import("./read.js").Post} Post */
/** @typedef {import("./read.js").Reader} Reader */
/** @typedef {import("./facts.js").Facts} Facts */
/** @typedef {import("../engine/firebreak.js").Report} Report */
/** @typedef {import("../shared/protocol.js").Row} Row */
/** @typedef {import("../shared/protocol.js").ThreadPart} ThreadPart */
/** A row with where its post stands, and at which tick it changed; 0: its facts are still to be read. @typedef {Row & { element: WeakRef<Element>, changed: number }} Entry */

/** As many as the tally counts. */
const MOST_POSTS = 10_000;
/** Rows in one answer: what a panel draws between two frames. */
const MOST_ROWS = 400;
/** Facts read at once for the first answer, in ms; the rest waits for idle time. */
const AT_ONCE = 12;
/** Work in one idle moment, in ms, and how long an idle moment is waited for. */
const SLICE = 6;
const LATEST = 100;

/** How often a thread began in this page: other rules or another site file make another one. */
let begun = 0;

export class Thread {
  #document;
  #window;
  #reader;
  #judge;
  #started = begun++;
  #tick = 0;
  #numbered = 0;
  /** @type {Map<string, Entry>} */ #entries = new Map();
  /** @type {Set<string>} entries whose facts are still to be read */ #waiting = new Set();
  /** @type {WeakSet<Element>} */ #seen = new WeakSet();
  /** @type {Element[]} */ #queue = [];
  #judging = 0;
  #idle = 0;

  /**
   * @param {Document} document @param {Reader} reader
   * @param {(text: string) => Promise<Report>} judge
   */
  constructor(document, reader, judge) {
    this.#document = document;
    this.#window = /** @type {Window & typeof globalThis} */ (document.defaultView);
    this.#reader = reader;
    this.#judge = judge;
  }

  /** A post that came into view and was judged. @param {Post} post @param {Report} report */
  saw(post, report) {
    const known = this.#entries.get(post.key);
    this.#seen.add(post.element);
    if (known?.text === post.text && known.report === report) {
      known.element = new WeakRef(post.element);
      return;
    }
    const { key, text, quoted, partial, language } = post;
    const element = new WeakRef(post.element);
    const number = known?.number ?? (this.#numbered += 1);
    const facts = known?.facts ?? null;
    this.#entries.set(key, { key, number, text, report, quoted, partial, language, read: Date.now(), facts, element, changed: 0 });
    this.#waiting.add(key);
    for (const oldest of this.#entries.keys()) {
      if (this.#entries.size <= MOST_POSTS) break;
      this.#entries.delete(oldest);
      this.#waiting.delete(oldest);
    }
  }

  /** Another page: whoever holds rows begins again. */
  clear() {
    this.#started = begun++;
    this.#tick = 0;
    this.#numbered = 0;
    for (const kept of [this.#entries, this.#waiting]) kept.clear();
    this.#seen = new WeakSet();
    this.#queue = [];
  }

  stop() {
    this.#window.cancelIdleCallback(this.#idle);
    this.clear();
  }

  /**
   * What changed since the last answer.
   * @param {{ epoch?: unknown, since?: unknown }} ask
   * @returns {ThreadPart}
   */
  part({ epoch, since }) {
    const own = `${this.#window.performance.timeOrigin}/${this.#started}`;
    const from = epoch === own ? Number(since) : 0;
    const end = performance.now() + AT_ONCE;
    this.#sweep();
    this.#takeFacts(() => performance.now() < end);
    this.#schedule();
    const changed = [...this.#entries.values()].filter((entry) => entry.changed > from);
    const rows = changed.sort((one, other) => one.changed - other.changed).slice(0, MOST_ROWS);
    return {
      epoch: own,
      next: rows.at(-1)?.changed ?? from,
      more: changed.length > rows.length,
      waiting: this.#waiting.size + this.#queue.length + this.#judging,
      rows: rows.map(rowOf),
      // The whole page is searched for it, so not for each of many answers in a row.
      folded: changed.length > rows.length ? null : this.#reader.folded(),
    };
  }

  /** The row as the page shows the post now, or as it was read when it has gone. @param {string} key @returns {Row | null} */
  row(key) {
    const entry = this.#entries.get(key);
    if (!entry) return null;
    this.#take(entry);
    return rowOf(entry);
  }

  /** @param {string} key @returns {Element | null} null: not in the page now */
  element(key) {
    const element = this.#entries.get(key)?.element.deref();
    return element?.isConnected ? element : null;
  }

  /** Puts the posts that were never in view on the list. */
  #sweep() {
    if (this.#queue.length > 0) return;
    this.#queue = this.#reader.find(this.#document).filter((element) => !this.#seen.has(element));
  }

  #schedule() {
    if (this.#idle !== 0 || this.#queue.length + this.#waiting.size === 0) return;
    this.#idle = this.#window.requestIdleCallback((deadline) => this.#drain(deadline), { timeout: LATEST });
  }

  /** @param {IdleDeadline} deadline */
  #drain(deadline) {
    this.#idle = 0;
    const start = performance.now();
    const hasTime = () => performance.now() - start < (deadline.didTimeout ? SLICE : Math.max(SLICE, deadline.timeRemaining()));
    this.#takeFacts(hasTime);
    while (this.#queue.length > 0 && hasTime()) this.#readFar(/** @type {Element} */ (this.#queue.shift()));
    this.#schedule();
  }

  /** @param {Element} element */
  #readFar(element) {
    this.#seen.add(element);
    const post = this.#reader.read(element);
    if (!post || this.#entries.has(post.key)) return;
    const started = this.#started;
    this.#judging += 1;
    this.#judge(post.text)
      .then((report) => {
        if (started === this.#started) this.saw(post, report);
      })
      .catch(() => this.#seen.delete(element)) // The next sweep tries again; the page's own reading says what is wrong.
      .finally(() => {
        this.#judging -= 1;
        this.#schedule();
      });
  }

  /** @param {() => boolean} hasTime */
  #takeFacts(hasTime) {
    for (const key of this.#waiting) {
      if (!hasTime()) return;
      const entry = this.#entries.get(key);
      if (entry) this.#take(entry);
    }
  }

  /** @param {Entry} entry */
  #take(entry) {
    const element = this.element(entry.key);
    if (element) entry.facts = this.#reader.facts(element);
    this.#waiting.delete(entry.key);
    this.#tick += 1;
    entry.changed = this.#tick;
  }
}

/** @param {Entry} entry @returns {Row} */
function rowOf({ element: _, changed: __, ...row }) {
  return row;
}
