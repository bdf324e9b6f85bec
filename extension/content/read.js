// Reads posts from a page: finds their elements, their own words, where a label may stand, and on demand the facts shown.
// It changes nothing. Sites differ only in their files (extension/sites); the named strategies those files use are here, in grow.js
// and in values.js.

import generic from "../sites/generic.json" with { type: "json" };
import { bodyOf } from "./body.js";
import { permalinkOf, readFacts } from "./facts.js";
import { foldedOf } from "./folded.js";
import { booksOf } from "./rules.js";
import { Scope } from "./scope.js";
import { shown } from "./shown.js";
import { readText } from "./text.js";
import { firstValue, parseValue } from "./values.js";

/** @typedef {import("./text.js").Segment} Segment */
/** @typedef {import("./facts.js").Facts} Facts */
/** @typedef {import("./rules.js").SiteFile} SiteFile */
/** @typedef {import("./rules.js").Kind} Kind */
/** @typedef {{ node: Element, where: "after" | "append" }} Place */

/**
 * @typedef {object} Post
 * @property {Element} element
 * @property {string} key         permalink or platform id, with "#quoted" for a quoted post; else a hash of the text
 * @property {string} text
 * @property {Segment[]} segments
 * @property {boolean} quoted
 * @property {boolean} partial    the page shows only the beginning
 * @property {string | null} language  as the page says it
 * @property {Place} place        where a label may stand
 */

/**
 * @typedef {object} Health
 * @property {"exact" | "semantic" | "none"} strategy
 * @property {number} found
 * @property {boolean} suspect    the site file finds nothing although the page holds posts: the site may have changed
 */

/**
 * @typedef {object} Reader
 * @property {string} site   name of the site file
 * @property {(root: ParentNode & Node) => Element[]} find      posts inside root (and root itself), in document order
 * @property {(node: Node) => Element | null} closest           the post that holds this node
 * @property {(element: Element) => Post | null} read           null: no words of its own, hidden, or not filled yet
 * @property {(element: Element) => "text" | "media" | "empty"} status   what kind of content a post holds
 * @property {(element: Element) => Element[]} media             what it shows beside its words; one may lie in another
 * @property {(element: Element) => Facts} facts
 * @property {(root: ParentNode & Node) => ShadowRoot[]} roots  open shadow roots that may hold posts: observers do not cross them
 * @property {() => import("./folded.js").Folded} folded       replies that the page has and does not show
 * @property {() => Health} health
 */

/** Codes that say nothing: undetermined, no language, and those that X invents for media, hashtags and links. */
const NO_LANGUAGE = /^(und|zxx|mul|mis|art|q[a-t][a-z])(-|$)/i;
const ANY_MEDIA = "video, audio, picture, canvas";

/**
 * @param {SiteFile} site
 * @param {Document} document
 * @returns {Reader}
 */
export function createReader(site, document) {
  const fallback = /** @type {SiteFile} */ (/** @type {unknown} */ (generic));
  const exact = site.name === fallback.name ? [] : booksOf(site, document);
  const semantic = booksOf(fallback, document);
  const folded = foldedOf(site, document);
  const books = [...exact, ...semantic];
  const shadow = exact.length > 0 ? (site.shadow ?? []).join(", ") : "*";
  /** Books after the first that found a post are not asked any more. */
  let asked = books.length;
  /** The site's posts are found but none of its text selectors matches: its text is read as on an unknown site. */
  let textLost = false;
  let textSeen = false;

  /** @param {ParentNode & Node} root @returns {ShadowRoot[]} */
  function roots(root) {
    if (shadow === "") return [];
    return [...root.querySelectorAll(shadow)].flatMap(({ shadowRoot }) => (shadowRoot ? [shadowRoot, ...roots(shadowRoot)] : []));
  }

  /** @param {import("./rules.js").Book} book @param {ParentNode & Node} root */
  function findIn(book, root) {
    const found = [root, ...roots(root)].flatMap((part) => book.find(part));
    // One dated block is a page's own date; posts come in numbers.
    return book.lastResort && found.length > 0 && book.find(document).length < 2 ? [] : found;
  }

  /** @param {ParentNode & Node} root */
  function find(root) {
    for (const [index, book] of books.slice(0, asked).entries()) {
      const found = findIn(book, root);
      if (found.length === 0) continue;
      asked = index + 1;
      if (index < exact.length && !textSeen)
        textLost = found.length > 1 && book.textSelector !== "" && !document.querySelector(book.textSelector);
      return found;
    }
    return [];
  }

  /** @param {Node} node @returns {Element | null} */
  function closest(node) {
    const element = node.nodeType === 1 ? /** @type {Element} */ (node) : node.parentElement;
    for (const book of books.slice(0, asked)) {
      const found = element && book.closest(element);
      if (found) return found;
    }
    const root = node.getRootNode();
    return root !== document && "host" in root ? closest(/** @type {ShadowRoot} */ (root).host) : null;
  }

  /** @param {Element} element @returns {{ kind: Kind, scope: Scope } | null} */
  function open(element) {
    for (const book of books.slice(0, asked)) {
      const kind = book.kindOf(element);
      if (kind) return { kind, scope: new Scope(element, book.selector) };
    }
    return null;
  }

  /** @param {Kind} kind @param {Scope} scope */
  function words(kind, scope) {
    const own = ownText(kind, scope);
    if (own) textSeen = true;
    if (own || !textLost) return own;
    const model = semantic[0]?.kinds.find(({ kind: name }) => name === "article");
    return model ? ownText({ ...kind, text: model.text, pick: "all" }, scope) : null;
  }

  /** @param {Element} element @returns {Post | null} */
  function readPost(element) {
    const opened = element.isConnected ? open(element) : null;
    const own = opened && words(opened.kind, opened.scope);
    if (!own) return null;
    const { kind, scope } = opened;
    const quoted = kind.quoted || (kind.quotedIn !== "" && element.parentElement?.closest(kind.quotedIn) != null);
    const identity = permalinkOf(scope, kind) ?? firstValue(scope, kind.id) ?? hash(own.text);
    return {
      element,
      key: quoted ? `${identity}#quoted` : identity,
      text: own.text,
      segments: own.segments,
      quoted,
      partial: isPartial(own, scope, kind),
      language: languageOf(own.roots, scope, kind),
      place: placeOf(own.roots, scope, kind),
    };
  }

  return {
    site: site.name,
    find,
    closest,
    roots,
    read(element) {
      try {
        return readPost(element);
      } catch {
        return null; // a page can replace an element's properties by naming form fields after them
      }
    },
    status(element) {
      if (this.read(element)) return "text";
      const opened = open(element);
      if (!opened || !shown(element)) return "empty";
      return opened.scope.first(opened.kind.media || ANY_MEDIA) ? "media" : "empty";
    },
    media(element) {
      const opened = open(element);
      return opened ? opened.scope.all([opened.kind.media, ANY_MEDIA, "img"].filter(Boolean).join(", ")) : [];
    },
    facts(element) {
      const opened = open(element);
      return opened ? readFacts(opened.scope, opened.kind) : NO_FACTS;
    },
    folded: () => folded([document, ...roots(document)]),
    health() {
      // What a site's own last resort finds, it finds by guessing, as the generic reader does.
      const count = exact.reduce((sum, book) => sum || (book.lastResort ? 0 : findIn(book, document).length), 0);
      const texts = (/** @type {Element[]} */ elements) => elements.filter((element) => this.read(element)).length;
      if (count > 0) return { strategy: "exact", found: count, suspect: textLost && texts(find(document)) > 1 };
      const found = find(document);
      return { strategy: found.length > 0 ? "semantic" : "none", found: found.length, suspect: exact.length > 0 && texts(found) > 1 };
    },
  };
}

/** @type {Facts} */
const NO_FACTS = {
  author: null,
  handle: null,
  permalink: null,
  time: null,
  counts: { replies: null, reposts: null, likes: null, views: null },
  marks: { reply: false, repost: false, pinned: false },
  alternatives: [],
};

/**
 * A post's own words by the first candidate that gives any.
 * @param {Kind} kind
 * @param {Scope} scope
 * @returns {{ roots: Element[], text: string, segments: Segment[] } | null}
 */
function ownText(kind, scope) {
  for (const candidate of kind.text) {
    const { selector, attribute, where } = parseValue(candidate);
    const matches = where === "self" ? [scope.post] : where === "body" ? bodyOf(scope, kind.leaveOut) : scope.all(selector);
    const roots = matches.filter((match) => !matches.some((other) => other !== match && other.contains(match)) && shown(match));
    const read = attribute === null ? wordsOf(roots, kind, scope, where === "body") : attributeText(roots, attribute);
    if (read && /[\p{L}\p{N}\p{S}]/u.test(read.text)) return read;
  }
  return null;
}

/** @param {Element[]} roots @param {Kind} kind @param {Scope} scope @param {boolean} whole  the parts belong together, whatever the kind picks */
function wordsOf(roots, kind, scope, whole) {
  /** @param {Element[]} some */
  const read = (some) => ({ roots: some, ...readText(some, { ...kind, isOther: scope.isOther }) });
  if (kind.pick === "all" || whole) return roots.length > 0 ? read(roots) : null;
  const each = roots.slice(0, kind.pick === "first" ? 1 : roots.length).map((root) => read([root]));
  return each.length > 0 ? each.reduce((best, next) => (next.text.length > best.text.length ? next : best)) : null;
}

/** @param {Element[]} roots @param {string} attribute */
function attributeText(roots, attribute) {
  const [root] = roots;
  const text = root?.getAttribute(attribute)?.trim();
  return root && text ? { roots: [root], text, segments: [{ node: root, start: 0, end: text.length, from: -1 }] } : null;
}

/**
 * Whether the page holds more of the text than it shows. A button inside the text follows "…" and stays there as "show less".
 * @param {{ roots: Element[], text: string }} own @param {Scope} scope @param {Kind} kind
 */
function isPartial({ roots, text }, scope, kind) {
  if (kind.showMore === "") return false;
  const inside = (/** @type {Element} */ button) => roots.some((root) => root.contains(button));
  const dots = /(…|\.\.\.)$/.test(text);
  return scope
    .all(kind.showMore)
    .some((button) => shown(button) && (!inside(button) || dots || /^\s*(…|\.\.\.)/.test(button.textContent ?? "")));
}

/** @param {Element[]} roots @param {Scope} scope @param {Kind} kind @returns {string | null} */
function languageOf(roots, scope, kind) {
  const marked = roots[0]?.closest("[lang]");
  const own = marked && scope.post.contains(marked) ? marked.getAttribute("lang") : null;
  const language = own || firstValue(scope, kind.language);
  return language && !NO_LANGUAGE.test(language) ? language : null;
}

/** @param {Element[]} roots @param {Scope} scope @param {Kind} kind @returns {Place} */
function placeOf(roots, scope, kind) {
  for (const where of /** @type {const} */ (["after", "append"])) {
    for (const selector of kind.place[where]) {
      const node = scope.first(selector);
      if (node) return { node, where };
    }
  }
  return { node: roots.at(-1) ?? scope.post, where: "after" };
}

/** A short name for a text (cyrb53): two posts with the same words may share a label, so 53 bits are plenty. @param {string} text */
function hash(text) {
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    high = Math.imul(high ^ unit, 2654435761);
    low = Math.imul(low ^ unit, 1597334677);
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  return (4294967296 * (2097151 & low) + (high >>> 0)).toString(36);
}
