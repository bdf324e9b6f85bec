// Runs in a test page: reads it with the extension's own reader and gives plain values back. Bundled by reading.js.

import { createReader } from "../../../extension/content/read.js";
import { booksOf } from "../../../extension/content/rules.js";
import { chooseSite } from "../../../extension/content/site.js";
import { rangesFor } from "../../../extension/content/text.js";
import { Watch } from "../../../extension/content/watch.js";
import { sites } from "../../../extension/sites/index.js";

/** @typedef {import("../../../extension/content/rules.js").SiteFile} SiteFile */

/** @param {string} address */
function site(address) {
  return chooseSite(sites, new URL(address), document);
}

/** @param {import("../../../extension/content/read.js").Post | null} post */
function marked(post) {
  if (!post) return true;
  // Every word must be found again in the page, whatever was folded or left out between the words.
  const [range] = rangesFor(post.segments, 0, 1);
  const first = post.text.slice(0, 1);
  return range !== undefined && (range.toString().startsWith(first) || range.toString() === "");
}

/** @param {string} address */
function read(address) {
  const file = site(address);
  const before = document.documentElement.outerHTML;
  const reader = createReader(file, document);
  const start = performance.now();
  const elements = reader.find(document);
  const read = elements.map((element) => reader.read(element));
  const took = performance.now() - start;
  const posts = elements.map((element, index) => {
    const post = read[index] ?? null;
    return {
      status: reader.status(element),
      text: post?.text ?? "",
      quoted: post?.quoted ?? false,
      partial: post?.partial ?? false,
      language: post?.language ?? null,
      key: post?.key ?? null,
      marked: marked(post),
      placed: post === null || (post.place.node.isConnected && element.contains(post.place.node)),
      closest: reader.closest(element.querySelector("*") ?? element) !== null && reader.closest(element) === element,
      ...reader.facts(element),
    };
  });
  return {
    site: file.name,
    health: reader.health(),
    folded: reader.folded(),
    posts,
    took,
    unchanged: before === document.documentElement.outerHTML,
  };
}

/**
 * Reads the page as the content script does, in idle slices, every post as if it were in view.
 * @param {string} address
 * @returns {Promise<{ read: number, slices: number[] }>} how long each slice held the page's thread, in ms
 */
function watchAll(address) {
  const reader = createReader(site(address), document);
  const wanted = new Set(reader.find(document));
  /** @type {number[]} */
  const slices = [];
  const idle = window.requestIdleCallback.bind(window);
  window.requestIdleCallback = (work, options) =>
    idle((deadline) => {
      const start = performance.now();
      work(deadline);
      slices.push(performance.now() - start);
    }, options);
  // A page shows a few dozen posts at a time; this one is shown whole, so that the work of all of them comes at once.
  Object.defineProperty(window, "IntersectionObserver", { value: AllInView });
  return new Promise((done) => {
    let read = 0;
    const visit = (/** @type {Element} */ post) => {
      if (reader.read(post)) read += 1;
      wanted.delete(post);
      if (wanted.size === 0) idle(() => done({ read, slices }));
    };
    new Watch(document, createReader(site(address), document), {
      visit,
      isLabelled: () => false,
      isOurs: () => false,
      onRemoved: () => {},
      onNavigate: () => {},
    }).start();
  });
}

class AllInView {
  /** @param {IntersectionObserverCallback} report */
  constructor(report) {
    this.report = report;
    /** @type {Element[]} */
    this.waiting = [];
  }

  /** @param {Element} target */
  observe(target) {
    if (this.waiting.push(target) === 1) queueMicrotask(() => this.tell());
  }

  tell() {
    const entries = this.waiting.splice(0).map((target) => ({ target, isIntersecting: true }));
    this.report(/** @type {never} */ (entries), /** @type {never} */ (this));
  }

  disconnect() {}
}

/** What a site file names and this page holds: every selector, as "kind field selector". @param {string} address */
function used(address) {
  const file = site(address);
  const found = new Set();
  for (const { kind, where, selector } of selectorsOf(file)) {
    if (document.querySelector(selector) !== null) found.add(`${kind} ${where} ${selector}`);
  }
  return { site: file.name, used: [...found] };
}

/** @param {SiteFile} file */
function selectorsOf(file) {
  /** @type {{ kind: string, where: string, selector: string }[]} */
  const all = (file.detect ?? []).map((selector) => ({ kind: "page", where: "detect", selector }));
  for (const [where, selectors] of Object.entries(file.folded ?? {})) {
    for (const selector of selectors)
      all.push({ kind: "page", where: `folded.${where}`, selector: selector.replace(/@[a-z][a-z0-9-]*$/, "") });
  }
  for (const book of booksOf(file, document)) {
    for (const kind of book.kinds) {
      /** @param {string} where @param {{ selector: string }[]} readings */
      const add = (where, readings) =>
        all.push(...readings.filter(({ selector }) => selector !== "").map(({ selector }) => ({ kind: kind.kind, where, selector })));
      for (const where of /** @type {const} */ (["id", "author", "handle", "permalink", "time", "language", "alternatives"]))
        add(where, kind[where]);
      for (const [name, readings] of Object.entries(kind.counts)) add(`counts.${name}`, readings);
    }
  }
  for (const { kind, ...fields } of file.posts) {
    const lists = {
      select: fields.select,
      text: fields.text,
      leaveOut: fields.leaveOut,
      inline: fields.inline,
      pictures: fields.pictures,
      showMore: fields.showMore,
      media: fields.media,
      after: fields.place?.after,
      append: fields.place?.append,
      ...fields.marks,
    };
    for (const [where, selectors] of Object.entries(lists)) {
      for (const selector of selectors ?? []) all.push({ kind, where, selector: selector.replace(/@[a-z][a-z0-9-]*$/, "") });
    }
    if (fields.grow) all.push({ kind, where: "grow", selector: fields.grow.from }, { kind, where: "grow", selector: fields.grow.within });
    if (fields.quotedIn) all.push({ kind, where: "quotedIn", selector: fields.quotedIn });
  }
  return all.filter(({ selector }) => selector !== ":scope" && selector !== ":body");
}

/** @param {string} name */
function namedIn(name) {
  const file = sites.find((one) => one.name === name);
  return file ? selectorsOf(file).map(({ kind, where, selector }) => `${kind} ${where} ${selector}`) : [];
}

/** The text of the post that holds an element, by the reader. @param {Element} element @param {string} address */
function textAround(element, address) {
  const reader = createReader(site(address), document);
  reader.find(document);
  const post = reader.closest(element);
  return post && (reader.read(post)?.text ?? null);
}

Object.assign(globalThis, { firebreakProbe: { read, watchAll, textAround, used, namedIn, names: () => sites.map(({ name }) => name) } });
