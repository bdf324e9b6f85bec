// Settings in the small pieces that the browser's synced storage takes: 8 KB an item, 100 KB in all. Without storage, so that it can be
// tested. What does not fit is left out whole, the longest first, and named.

import { sha256 } from "./sha256.js";
import { isRecord } from "./settings-read.js";

/** @typedef {import("./settings.js").Settings} Settings */
/** @typedef {{ settings: Settings, packs: import("./packs.js").Pack[], siteFiles: import("./site-files.js").OwnSiteFile[] }} Everything */
/** @typedef {"siteFiles" | "packs" | "postsOff" | "settings"} Part */
/** @typedef {{ version: 1, when: number, digest: string, pieces: number, left: Part[] }} Head */
/** @typedef {{ head: Head, items: Record<string, string> }} Form */

export const HEAD = "head";
/** A little below what the browsers say, for the keys and the head. */
const MOST_ITEM = 7500;
const MOST_ALL = 98_000;

/** Pauses and the wish to sync are this device's own. @param {Everything} all @param {Part[]} left */
function payload({ settings, packs, siteFiles }, left) {
  const { pausedUntil: _pause, sync: _sync, postsOff, ...shared } = settings;
  return JSON.stringify({
    settings: left.includes("postsOff") ? shared : { ...shared, postsOff },
    ...(left.includes("packs") ? {} : { packs }),
    ...(left.includes("siteFiles") ? {} : { siteFiles }),
  });
}

/** @param {Everything} all @param {number} when @returns {Form} */
export function toSync(all, when) {
  /** @type {Part[]} */
  const left = [];
  for (const next of /** @type {Part[]} */ (["siteFiles", "packs", "postsOff", "settings"])) {
    const text = payload(all, left);
    const pieces = cut(text);
    if (pieces.reduce((sum, piece) => sum + weightOf(piece), 0) <= MOST_ALL) {
      const items = Object.fromEntries(pieces.map((piece, place) => [`piece-${place}`, piece]));
      return { head: { version: 1, when, digest: sha256(text), pieces: pieces.length, left }, items };
    }
    left.push(next);
  }
  return { head: { version: 1, when, digest: "", pieces: 0, left }, items: {} };
}

/** Bytes of a character as the browsers count them at worst: as JSON, with escapes. @param {string} character */
function weight(character) {
  const code = character.codePointAt(0) ?? 0;
  if (code < 32 || character === "<" || code > 126) return code > 0xffff ? 12 : 6;
  return character === '"' || character === "\\" ? 2 : 1;
}

/** @param {string} text */
function weightOf(text) {
  let sum = 0;
  for (const character of text) sum += weight(character);
  return sum;
}

/** @param {string} text @returns {string[]} */
function cut(text) {
  /** @type {string[]} */
  const pieces = [];
  let from = 0;
  let at = 0;
  let heavy = 0;
  for (const character of text) {
    if (heavy + weight(character) > MOST_ITEM) {
      pieces.push(text.slice(from, at));
      from = at;
      heavy = 0;
    }
    heavy += weight(character);
    at += character.length;
  }
  return [...pieces, text.slice(from)];
}

/** @param {unknown} stored @returns {Head | null} */
export function readHead(stored) {
  if (!isRecord(stored) || stored.version !== 1 || typeof stored.digest !== "string") return null;
  if (typeof stored.when !== "number" || typeof stored.pieces !== "number" || !Array.isArray(stored.left)) return null;
  return /** @type {Head} */ (/** @type {unknown} */ (stored));
}

/**
 * @param {Record<string, unknown>} stored all of the synced storage
 * @returns {Partial<Record<"settings" | "packs" | "siteFiles", unknown>> | null} null: nothing, or not all of it has come yet
 */
export function fromSync(stored) {
  const head = readHead(stored[HEAD]);
  if (!head || head.pieces === 0) return null;
  const text = Array.from({ length: head.pieces }, (_, place) => stored[`piece-${place}`]).join("");
  if (sha256(text) !== head.digest) return null;
  return JSON.parse(text);
}
