// One run in one page, from start to stop: posts come from watch, reports from ask, labels go to place, and the tally knows it all.

import { draftOf } from "../shared/card-draft.js";
import { alive } from "../shared/browser.js";
import { choose, isJudged } from "../shared/choose.js";
import { linksFor, loadLinks } from "../shared/links.js";
import { lastProblem, problem } from "../shared/log.js";
import { askBackground } from "../shared/protocol.js";
import { Ask, Gone } from "./ask.js";
import { Health } from "./health.js";
import { Jump } from "./jump.js";
import { Places } from "./place.js";
import { onlyLower } from "./second-look.js";
import { Tally } from "./tally.js";
import { Thread } from "./thread.js";
import { Watch } from "./watch.js";

/** @typedef {import("./read.js").Reader} Reader */
/** @typedef {import("./read.js").Post} Post */
/** @typedef {import("../engine/firebreak.js").Report} Report */
/** @typedef {import("../shared/settings.js").Settings} Settings */

export class Session {
  #document;
  #reader;
  #settings;
  #onGone;
  #ask = new Ask({
    judge: (texts) => askBackground("page-to-background/judge", { texts }),
    read: (text) => askBackground("page-to-background/read", { text }),
    later: (text, report) => this.#reconsider(text, report),
  });
  #tally = new Tally();
  #thread;
  #jump;
  #pen;
  #places;
  #watch;
  /** @type {WeakMap<Element, string>} posts that were seen to have no label, with their text: none comes later beside a post that stands */
  #unlabelled = new WeakMap();
  #running = true;
  /** @type {import("../shared/links.js").Link[]} */ #links = [];
  #counted = "";
  #health = new Health(
    () => this.#seen(),
    (seen) => askBackground("page-to-background/health", seen).catch((error) => problem("health", error)),
  );

  /**
   * @param {Document} document @param {Reader} reader @param {Settings} settings @param {import("./draw.js").Pen} pen
   * @param {() => void} onGone the extension is gone
   */
  constructor(document, reader, settings, pen, onGone) {
    this.#document = document;
    this.#reader = reader;
    this.#settings = settings;
    this.#onGone = onGone;
    this.#pen = pen;
    this.#places = new Places(pen, {
      media: (element) => reader.media(element),
      keep: (post) => this.#keep(post),
      links: (post) => linksFor(this.#links, { text: post.text, facts: null }),
    });
    loadLinks().then(
      (links) => (this.#links = links),
      (error) => problem("links", error),
    );
    this.#thread = new Thread(document, reader, (text) => this.#ask.report(text));
    this.#jump = new Jump(document);
    this.#watch = new Watch(document, reader, {
      visit: (element) => this.#visit(element),
      isLabelled: (element) => this.#places.has(element),
      isOurs: (node) => this.#pen.isOurs(node),
      onRemoved: () => this.#places.tidy((element) => this.#visit(element)),
      onNavigate: () => {
        this.#thread.clear();
        this.#startOver();
      },
    });
    this.#watch.start();
  }

  /** Undoes everything. */
  stop() {
    this.#running = false;
    this.#watch.stop();
    this.#thread.stop();
    this.#health.stop();
    this.#places.dropAll();
    this.#pen.clear();
    this.#tally.clear();
    if (alive()) this.#count(); // The toolbar's number would otherwise tell of labels that are gone.
  }

  /** The page lies in the back-forward cache: labels stay, nothing runs. */
  pause() {
    this.#watch.stop();
  }

  resume() {
    this.#watch.start();
  }

  /** @param {Settings} settings */
  follow(settings) {
    this.#settings = settings;
    this.#places.dropAll();
    this.#counted = ""; // The badge shows more than the number.
    this.#startOver();
  }

  /** @param {string} key @returns {boolean} whether the post is in the page */
  show(key) {
    const mark = this.#places.find(key);
    mark?.show();
    return mark !== null;
  }

  /** @returns {import("./tally.js").Coverage} */
  coverage() {
    const { strategy, suspect } = this.#reader.health();
    return {
      host: this.#document.location.host,
      on: true,
      strategy,
      suspect,
      problem: lastProblem(),
      ...this.#tally.coverage((key) => this.#places.find(key) !== null),
    };
  }

  /** @param {{ epoch?: unknown, since?: unknown }} ask @returns {import("../shared/protocol.js").ThreadPart & { page: import("../shared/protocol.js").Page }} */
  thread(ask) {
    return { ...this.#thread.part(ask), page: this.#page() };
  }

  /** @param {string} key */
  row(key) {
    return this.#thread.row(key);
  }

  /** @param {string} key @returns {boolean} false: the post is not in the page now */
  jump(key) {
    const element = this.#thread.element(key);
    if (element) this.#jump.to(element);
    return element !== null;
  }

  back() {
    return this.#jump.back();
  }

  /** @param {string} key */
  frame(key) {
    const element = this.#thread.element(key);
    return element && this.#jump.frame(element);
  }

  /** @returns {import("./health.js").Seen | null} */
  #seen() {
    const { found, suspect } = this.#reader.health();
    return found === 0 ? null : { site: this.#reader.site, posts: this.#tally.posts(), suspect };
  }

  /** Saves a post as evidence, with the facts as the page shows them now. @param {Post} post */
  async #keep({ key }) {
    const row = this.#thread.row(key);
    if (!row) throw new Error("the post has left the page");
    await askBackground("page-to-background/save-card", { draft: draftOf(row, this.#page()) });
  }

  #page() {
    const { location, title } = this.#document;
    return { url: location.href, title, platform: this.#reader.site };
  }

  #startOver() {
    this.#tally.clear();
    this.#unlabelled = new WeakMap();
    this.#watch.rescan();
    this.#count();
  }

  /** @param {Element} element */
  #visit(element) {
    const post = this.#reader.read(element);
    if (!post) {
      this.#places.drop(element);
      if (this.#reader.status(element) === "media") this.#tally.silent(element);
      return;
    }
    this.#tally.spoke(element);
    this.#health.note();
    if (this.#places.keep(post) || this.#unlabelled.get(element) === post.text) return;
    this.#places.drop(element);
    this.#unlabelled.delete(element);
    const report = this.#ask.known(post.text);
    if (report) this.#judged(post, report);
    else this.#askFor(post);
  }

  /** @param {Post} post */
  async #askFor(post) {
    const { element, key, text } = post;
    this.#tally.set(key, "waiting", null, text);
    try {
      const report = await this.#ask.report(text);
      if (!this.#running) return;
      const shown = choose(report, this.#settings, text);
      if (!shown) return this.#judged(post, report);
      const now = element.isConnected ? this.#reader.read(element) : null;
      if (now?.text === text && !this.#places.keep(now)) this.#judged(now, report);
    } catch (error) {
      if (!this.#running) return;
      if (error instanceof Gone) this.#onGone();
      else problem("judging", error);
    }
  }

  /** @param {Post} post @param {Report} report */
  #judged(post, report) {
    this.#thread.saw(post, report);
    const shown = choose(report, this.#settings, post.text);
    this.#tally.set(post.key, isJudged(report) ? "read" : "language", shown, post.text);
    if (!shown) return void this.#unlabelled.set(post.element, post.text);
    this.#places.put(post, shown);
    this.#count();
  }

  /** The reader's answer came after the label: it may take it away or lower it. @param {string} text @param {Report} report */
  #reconsider(text, report) {
    if (!this.#running) return;
    for (const placed of this.#places.saying(text)) {
      const { post, shown, mark } = placed;
      // A card is not taken away from whoever reads it, nor the keyboard from whoever is at the label.
      if (mark.isOpen) {
        mark.onceClosed(() => this.#reconsider(text, report));
        continue;
      }
      const lower = onlyLower(report, shown.report);
      const next = choose(lower, this.#settings, text);
      if (next && mark.become(next)) {
        placed.shown = next;
        this.#thread.saw(post, lower);
        continue;
      }
      const { hasFocus } = mark;
      this.#places.drop(post.element);
      this.#judged(post, lower);
      if (hasFocus) this.#places.find(post.key)?.focus();
    }
    this.#count();
  }

  /** Tells the toolbar button, when the number changed. */
  #count() {
    const { labelled, level } = this.#tally.labelled();
    const counted = `${labelled} ${level}`;
    if (counted === this.#counted) return;
    this.#counted = counted;
    askBackground("page-to-background/count", { labelled, level }).catch((error) => problem("badge", error));
  }
}
