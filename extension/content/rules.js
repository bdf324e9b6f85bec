// Prepares a site file for reading: selectors joined once, values parsed once. A selector that this browser cannot parse is left out,
// so that one wrong line in a site file costs that line and no more.

import { selectorCheck } from "../shared/site-file.js";
import { Blocks } from "./grow.js";
import { parseValue } from "./values.js";

/** @typedef {import("./values.js").Value} Value */
/** @typedef {import("./values.js").Reading} Reading */
/** @typedef {"replies" | "reposts" | "likes" | "views"} CountName */
/** @typedef {"reply" | "repost" | "pinned"} MarkName */

/**
 * One kind of post of a site, as its file says it.
 * @typedef {object} KindFile
 * @property {string} kind
 * @property {string} [like]      the kind of the same file whose lines this one starts from
 * @property {string[]} [select]  selectors of the post's element
 * @property {import("./grow.js").Grow} [grow]  for posts that no selector can name
 * @property {boolean} [lastResort]  only when no other kind is found on the page
 * @property {boolean} [quoted]   a post shown inside another by its author
 * @property {string} [quotedIn]  a post is quoted when an ancestor matches
 * @property {string[]} [text]    own text: the first candidate that gives words; all its matches count
 * @property {"all" | "first" | "longest"} [pick]  which matches of a candidate are the text
 * @property {string[]} [leaveOut]
 * @property {string[]} [inline]
 * @property {string[]} [pictures]
 * @property {string[]} [showMore]
 * @property {string[]} [media]
 * @property {Value[]} [id]
 * @property {Value[]} [author]
 * @property {Value[]} [handle]
 * @property {Value[]} [permalink]
 * @property {Value[]} [time]
 * @property {Value[]} [language]
 * @property {Value[]} [alternatives]
 * @property {Partial<Record<CountName, Value[]>>} [counts]
 * @property {Partial<Record<MarkName, string[]>>} [marks]
 * @property {{ after?: string[], append?: string[] }} [place]
 */

/**
 * @typedef {object} SiteFile
 * @property {string} name
 * @property {string} title
 * @property {string} checked     the newest markup that the selectors were seen in, and where
 * @property {string[]} matches   addresses, as in a manifest: "https://*.example.org/*"; none for software that runs on any host
 * @property {string[]} [detect]  selectors that recognise the software on any host
 * @property {string[]} [shadow]  hosts of open shadow roots that hold posts; "*" looks at every element
 * @property {boolean} [frame]    the site shows its posts in frames of other pages
 * @property {{ counted?: string[], uncounted?: string[] }} [folded]  buttons and links behind which replies lie; uncounted: they say no number
 * @property {KindFile[]} posts
 */

/**
 * @typedef {object} Kind
 * @property {string} kind
 * @property {string} select
 * @property {import("./grow.js").Grow | null} grow
 * @property {boolean} quoted
 * @property {string} quotedIn
 * @property {string[]} text
 * @property {"all" | "first" | "longest"} pick
 * @property {string} leaveOut
 * @property {string | null} inline
 * @property {{ selector: string, attribute: string | null }[]} pictures
 * @property {string} showMore
 * @property {string} media
 * @property {Reading[]} id
 * @property {Reading[]} author
 * @property {Reading[]} handle
 * @property {Reading[]} permalink
 * @property {Reading[]} time
 * @property {Reading[]} language
 * @property {Reading[]} alternatives
 * @property {Record<CountName, Reading[]>} counts
 * @property {Record<MarkName, string>} marks
 * @property {{ after: string[], append: string[] }} place
 */

/** Parts of a post's text that are never its words, on any site. */
const NEVER_WORDS = [
  "[aria-hidden='true']",
  "[hidden]",
  ".visually-hidden",
  ".visuallyhidden",
  ".invisible",
  ".sr-only",
  ".screen-reader-text",
  ".u-srOnly",
  "button",
  "[role='button']",
  "time",
  "script",
  "style",
  "noscript",
  "template",
  "svg",
  "input",
  "textarea",
  "select",
  "video",
  "audio",
  "iframe",
  "object",
];

/** One step of the fallbacks: kinds that are looked for together. */
export class Book {
  /** @param {Kind[]} kinds @param {boolean} lastResort */
  constructor(kinds, lastResort) {
    this.kinds = kinds;
    this.lastResort = lastResort;
    this.named = kinds.filter(({ select }) => select !== "");
    this.grown = kinds.filter(({ grow }) => grow !== null);
    this.selector = this.named.map(({ select }) => select).join(", ");
    this.textSelector = kinds
      .flatMap(({ text }) => text)
      .map((candidate) => parseValue(candidate).selector)
      .filter(Boolean)
      .join(", ");
    this.blocks = new Blocks(
      this.grown.map(({ grow }) => /** @type {import("./grow.js").Grow} */ (grow)),
      this.selector,
    );
  }

  /** Every post inside root and root itself, in document order. @param {ParentNode & Node} root @returns {Element[]} */
  find(root) {
    if (this.selector === "") return this.blocks.find(root);
    const own = root.nodeType === 1 && /** @type {Element} */ (root).matches(this.selector) ? [/** @type {Element} */ (root)] : [];
    const named = [...own, ...root.querySelectorAll(this.selector)];
    const grown = this.blocks.find(root);
    if (grown.length === 0) return named;
    return [...named, ...grown].sort((one, other) => (one.compareDocumentPosition(other) & 4 ? -1 : 1));
  }

  /** @param {Element} element @returns {Element | null} */
  closest(element) {
    const named = this.selector === "" ? null : element.closest(this.selector);
    if (this.grown.length === 0) return named;
    const grown = this.blocks.closest(element);
    return named && grown ? (grown.contains(named) ? named : grown) : (named ?? grown);
  }

  /** @param {Element} element @returns {Kind | null} */
  kindOf(element) {
    if (this.selector !== "" && element.matches(this.selector)) return this.named.find(({ select }) => element.matches(select)) ?? null;
    return this.grown[this.blocks.ruleOf(element)] ?? null;
  }
}

/**
 * The books of a site file, to be tried one after the other.
 * @param {SiteFile} file
 * @param {Document} document
 * @returns {Book[]}
 */
export function booksOf(file, document) {
  const parses = selectorCheck(document);
  /** @param {string[] | undefined} selectors */
  const keep = (selectors) => (selectors ?? []).filter(parses);
  /** @param {string[] | undefined} selectors */
  const join = (selectors) => keep(selectors).join(", ");
  /** @param {Value[] | undefined} values */
  const readings = (values) => (values ?? []).map(parseValue).filter(({ selector }) => selector === "" || parses(selector));

  /** @param {KindFile} given @returns {Kind} */
  const prepare = (given) => {
    const model = given.like === undefined ? undefined : file.posts.find(({ kind }) => kind === given.like);
    const { select: _select, grow: _grow, lastResort: _last, quoted: _quoted, quotedIn: _in, ...inherited } = model ?? {};
    const kind = /** @type {KindFile} */ ({ ...inherited, ...given });
    const { grow, counts, marks } = kind;
    return {
      kind: kind.kind,
      select: join(kind.select),
      grow: grow && parses(grow.from) && parses(grow.within) ? grow : null,
      quoted: kind.quoted ?? false,
      quotedIn: kind.quotedIn && parses(kind.quotedIn) ? kind.quotedIn : "",
      text: (kind.text ?? []).filter((candidate) => parses(parseValue(candidate).selector || "*")),
      pick: kind.pick ?? "all",
      leaveOut: [...NEVER_WORDS, ...keep(kind.leaveOut)].join(", "),
      inline: join(kind.inline) || null,
      pictures: readings(kind.pictures),
      showMore: join(kind.showMore),
      media: join(kind.media),
      id: readings(kind.id),
      author: readings(kind.author),
      handle: readings(kind.handle),
      permalink: readings(kind.permalink),
      time: readings(kind.time),
      language: readings(kind.language),
      alternatives: readings(kind.alternatives),
      counts: {
        replies: readings(counts?.replies),
        reposts: readings(counts?.reposts),
        likes: readings(counts?.likes),
        views: readings(counts?.views),
      },
      marks: { reply: join(marks?.reply), repost: join(marks?.repost), pinned: join(marks?.pinned) },
      place: { after: keep(kind.place?.after), append: keep(kind.place?.append) },
    };
  };

  const first = file.posts.filter(({ lastResort }) => !lastResort).map(prepare);
  const last = file.posts.filter(({ lastResort }) => lastResort).map(prepare);
  return [new Book(first, false), new Book(last, true)].filter(({ kinds }) => kinds.length > 0);
}
