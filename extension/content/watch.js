// Which posts to look at, and when: as they come into view, when their text may have changed, after a soft navigation. One
// MutationObserver and one IntersectionObserver; everything but a glance at labelled posts waits for idle time.

/** @typedef {import("./read.js").Reader} Reader */

/** Posts are read a little before they come into view. */
const MARGIN = "50% 0px";
/** Idle time is asked for, but not waited for longer than this: a label should not come after its post was read. */
const LATEST = 40;
/** Attributes are left out on purpose: pages change them without end, and they hold no words of a post. */
const CHANGES = { childList: true, characterData: true, subtree: true };
/** Work done at one go when no idle time came, and at most: a browser offers up to 50 ms, in which it could draw three frames. */
const SLICE = 6;
const LONGEST_SLICE = 10;

/**
 * visit looks at one post; onRemoved: something left the page; onNavigate: the address changed without a new page.
 * @typedef {{
 *   visit: (element: Element) => void,
 *   isLabelled: (element: Element) => boolean,
 *   isOurs: (node: Node) => boolean,
 *   onRemoved: () => void,
 *   onNavigate: () => void,
 * }} Hooks
 */

export class Watch {
  #document;
  #window;
  #reader;
  #hooks;
  #href;
  /** @type {Set<Element>} posts near the view */ #near = new Set();
  /** @type {Set<Element>} posts to visit */ #queue = new Set();
  /** @type {Set<Node>} where something changed */ #touched = new Set();
  /** @type {Set<Element>} what was added */ #added = new Set();
  /** @type {number | null} */ #idle = null;
  #mutations;
  #intersections;

  /** @param {Document} document @param {Reader} reader @param {Hooks} hooks */
  constructor(document, reader, hooks) {
    this.#document = document;
    this.#window = /** @type {Window & typeof globalThis} */ (document.defaultView);
    this.#reader = reader;
    this.#hooks = hooks;
    this.#href = document.location.href;
    this.#mutations = new MutationObserver((records) => this.#onMutations(records));
    const margins = /** @type {IntersectionObserverInit} */ ({ rootMargin: MARGIN, scrollMargin: MARGIN });
    this.#intersections = new IntersectionObserver((entries) => this.#onIntersections(entries), margins);
  }

  start() {
    this.#mutations.observe(this.#document, CHANGES);
    this.rescan();
  }

  stop() {
    this.#mutations.disconnect();
    this.#forget();
    if (this.#idle !== null) this.#window.cancelIdleCallback(this.#idle);
    this.#idle = null;
  }

  /** Looks at every post in view again. */
  rescan() {
    this.#forget();
    this.#added.add(this.#document.documentElement);
    this.#schedule();
  }

  #forget() {
    this.#intersections.disconnect();
    for (const set of [this.#near, this.#queue, this.#touched, this.#added]) set.clear();
  }

  /** @param {MutationRecord[]} records */
  #onMutations(records) {
    if (this.#document.location.href !== this.#href) {
      this.#href = this.#document.location.href;
      this.#hooks.onNavigate();
    }
    let removed = false;
    /** @type {Set<Node>} */
    const places = new Set();
    for (const { target, addedNodes, removedNodes } of records) {
      if (removedNodes.length > 0) removed = true;
      else if (addedNodes.length === 1 && this.#hooks.isOurs(/** @type {Node} */ (addedNodes[0]))) continue;
      places.add(target);
      for (const node of addedNodes) if (node.nodeType === 1) this.#added.add(/** @type {Element} */ (node));
    }
    for (const place of places) {
      this.#touched.add(place);
      // A label must never stand beside other words than its own, not for one frame: labelled posts are looked at now.
      const post = this.#reader.closest(place);
      if (post && this.#hooks.isLabelled(post)) this.#hooks.visit(post);
    }
    if (removed) this.#hooks.onRemoved();
    this.#schedule();
  }

  /** @param {IntersectionObserverEntry[]} entries */
  #onIntersections(entries) {
    for (const { target, isIntersecting } of entries) {
      if (!isIntersecting) {
        this.#near.delete(target);
        continue;
      }
      this.#near.add(target);
      this.#queue.add(target);
    }
    this.#schedule();
  }

  #schedule() {
    if (this.#idle !== null || this.#queue.size + this.#touched.size + this.#added.size === 0) return;
    this.#idle = this.#window.requestIdleCallback((deadline) => this.#drain(deadline), { timeout: LATEST });
  }

  /** @param {IdleDeadline} deadline */
  #drain(deadline) {
    this.#idle = null;
    const start = performance.now();
    const most = deadline.didTimeout ? SLICE : Math.min(LONGEST_SLICE, Math.max(SLICE, deadline.timeRemaining()));
    const hasTime = () => performance.now() - start < most;
    for (const root of take(this.#added, hasTime)) this.#find(root);
    for (const node of take(this.#touched, hasTime)) {
      const post = node.isConnected && this.#reader.closest(node);
      if (post && this.#near.has(post)) this.#queue.add(post);
    }
    for (const post of take(this.#queue, hasTime)) if (post.isConnected) this.#hooks.visit(post);
    this.#schedule();
  }

  /** @param {Element} root */
  #find(root) {
    if (!root.isConnected) return;
    for (const post of this.#reader.find(root)) this.#intersections.observe(post);
    for (const shadow of this.#reader.roots(root)) this.#mutations.observe(shadow, CHANGES);
  }
}

/**
 * Empties a set while there is time.
 * @template T
 * @param {Set<T>} set @param {() => boolean} hasTime
 */
function* take(set, hasTime) {
  for (const item of set) {
    if (!hasTime()) return;
    set.delete(item);
    yield item;
  }
}
