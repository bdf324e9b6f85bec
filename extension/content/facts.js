// The facts that a page shows about a post, for reports that a journalist asks for. Read on demand, never while scrolling.

import { parseCount } from "./counts.js";
import { firstValue, valuesOf } from "./values.js";

/** @typedef {import("./rules.js").Kind} Kind */
/** @typedef {import("./scope.js").Scope} Scope */
/** @typedef {{ replies: number | null, reposts: number | null, likes: number | null, views: number | null }} Counts */

/**
 * @typedef {object} Facts
 * @property {string | null} author
 * @property {string | null} handle
 * @property {string | null} permalink
 * @property {string | null} time   ISO 8601 when the page holds it, else the words that the page shows
 * @property {Counts} counts
 * @property {{ reply: boolean, repost: boolean, pinned: boolean }} marks
 * @property {string[]} alternatives  what the page says of pictures and videos
 */

/** Path parts that stand before a name. */
const SECTIONS = new Set(["profile", "in", "by", "company", "school", "u", "user", "users", "member", "members", "people"]);
/** Parameters that only follow a reader around. */
const TRACKING = /^(__|utm_|fbclid$|igsh|si$|ref$|refsrc$|ref_src$|s$|tracking|trk)/i;

/** @param {Scope} scope @param {Kind} kind @returns {Facts} */
export function readFacts(scope, kind) {
  const { ownerDocument } = scope.post;
  const language = ownerDocument.documentElement?.lang ?? "";
  /** @param {import("./values.js").Reading[]} readings */
  const count = (readings) => {
    for (const reading of readings) {
      const numbers = valuesOf(scope, reading)
        .map((value) => parseCount(value, language))
        .filter((number) => number !== null);
      const [first] = numbers;
      if (first !== undefined) return reading.sum ? numbers.reduce((sum, number) => sum + number, 0) : first;
    }
    return null;
  };
  /** @param {string} selector */
  const has = (selector) => selector !== "" && (scope.post.matches(selector) || scope.first(selector) !== null);
  const { counts, marks } = kind;
  return {
    author: firstValue(scope, kind.author),
    handle: handleOf(firstValue(scope, kind.handle), ownerDocument.baseURI),
    permalink: permalinkOf(scope, kind),
    time: timeOf(firstValue(scope, kind.time)),
    counts: { replies: count(counts.replies), reposts: count(counts.reposts), likes: count(counts.likes), views: count(counts.views) },
    marks: { reply: has(marks.reply), repost: has(marks.repost), pinned: has(marks.pinned) },
    alternatives: kind.alternatives.flatMap((reading) => valuesOf(scope, reading)).filter((value) => value !== ""),
  };
}

/** @param {Scope} scope @param {Kind} kind @returns {string | null} */
export function permalinkOf(scope, kind) {
  for (const reading of kind.permalink) {
    for (const value of valuesOf(scope, reading)) {
      const url = value === "" ? null : addressOf(value, scope.post.ownerDocument.baseURI);
      if (url === null) continue;
      /** @type {string[]} */
      const names = [];
      url.searchParams.forEach((_, name) => names.push(name)); // Firefox's content scripts cannot iterate over its keys.
      for (const name of names) if (TRACKING.test(name)) url.searchParams.delete(name);
      return url.href;
    }
  }
  return null;
}

/** @param {string} value @param {string} base @returns {URL | null} */
function addressOf(value, base) {
  try {
    const url = new URL(value, base);
    return /^https?:$/.test(url.protocol) ? url : null;
  } catch {
    return null; // an attribute of the page need not be an address
  }
}

/** A name without its "@", from a profile's address or from the words shown. @param {string | null} value @param {string} base */
export function handleOf(value, base) {
  if (value === null) return null;
  if (!/^https?:|^\/|^\?/.test(value)) {
    const named = /@[^\s@,;:!?()·•|…]+(@[^\s@,;:!?()·•|…]+)?/u.exec(value)?.[0] ?? value;
    return named.replace(/^@/, "") || null;
  }
  const url = addressOf(value, base);
  if (!url) return null;
  const parts = url.pathname.split("/").filter(Boolean);
  const at = parts.find((part) => part.startsWith("@"));
  const section = parts.findLastIndex((part) => SECTIONS.has(part));
  const name = at?.slice(1) ?? url.searchParams.get("id") ?? (section >= 0 ? parts[section + 1] : undefined) ?? parts[0];
  if (name === undefined) return null;
  try {
    return decodeURIComponent(name);
  } catch {
    return name; // a lone "%" is part of the name
  }
}

/** @param {string | null} value @returns {string | null} */
export function timeOf(value) {
  if (value === null) return null;
  const seconds = /(?:^|\s)(\d{10})(?:\.\d+)?$/.exec(value)?.[1];
  const milliseconds = seconds ? `${seconds}000` : /^\d{13}$/.exec(value)?.[0];
  if (milliseconds) return new Date(Number(milliseconds)).toISOString();
  const zoned = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)$/.exec(value);
  if (!zoned) return value.replace(/^[\s·•|]+|[\s·•|]+$/g, "") || null;
  const date = new Date(value.replace(/([+-]\d\d)(\d\d)$/, "$1:$2"));
  return Number.isNaN(date.getTime()) ? value : date.toISOString();
}
