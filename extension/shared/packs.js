// Rule packs of the reader's own, in local storage under a key of their own: they are texts, and longer than settings. Whether a pack
// can be read is for the engine to say; here it is only a name, a text, and whether it is used.

import { load, onSaved, save } from "./browser.js";
import { isRecord } from "./settings-read.js";

/** @typedef {{ name: string, text: string, on: boolean }} Pack */

export const PACKS_KEY = "packs";
/** A number that changes when the engine has taken in changed packs, so that pages ask anew. */
export const RULES_KEY = "rulesSince";
export const PACK_BOUNDS = { packs: 20, name: 80, text: 200_000, all: 1_000_000 };

/** The packs of whatever was stored, within the bounds. @param {unknown} stored @returns {Pack[]} */
export function readPacks(stored) {
  if (!Array.isArray(stored)) return [];
  /** @type {Pack[]} */
  const packs = [];
  let characters = 0;
  for (const entry of stored) {
    if (!isRecord(entry) || typeof entry.name !== "string" || typeof entry.text !== "string") continue;
    const name = entry.name.trim();
    if (name === "" || name.length > PACK_BOUNDS.name || entry.text.length > PACK_BOUNDS.text) continue;
    characters += entry.text.length;
    if (packs.length === PACK_BOUNDS.packs || characters > PACK_BOUNDS.all) break;
    if (packs.every((pack) => pack.name !== name)) packs.push({ name, text: entry.text, on: entry.on === true });
  }
  return packs;
}

/** @param {Pack[]} packs @param {Pack} pack takes the place of the one of its name @returns {Pack[]} */
export function withPack(packs, pack) {
  return packs.some(({ name }) => name === pack.name) ? packs.map((other) => (other.name === pack.name ? pack : other)) : [...packs, pack];
}

/** @param {Pack[]} packs @param {string} name @returns {Pack[]} */
export function withoutPack(packs, name) {
  return packs.filter((pack) => pack.name !== name);
}

/**
 * Why a pack cannot be added to others, apart from what the engine says of it.
 * @param {Pack[]} packs @param {Pick<Pack, "name" | "text">} pack
 * @returns {"packs" | "name" | "text" | "all" | null} the bound that it breaks
 */
export function packTooMuch(packs, { name, text }) {
  const others = withoutPack(packs, name);
  if (name.length > PACK_BOUNDS.name) return "name";
  if (text.length > PACK_BOUNDS.text) return "text";
  if (others.length >= PACK_BOUNDS.packs) return "packs";
  const characters = others.reduce((sum, other) => sum + other.text.length, text.length);
  return characters > PACK_BOUNDS.all ? "all" : null;
}

/** @returns {Promise<Pack[]>} */
export async function loadPacks() {
  return readPacks(await load(PACKS_KEY));
}

/** @param {(packs: Pack[]) => Pack[]} change */
export async function changePacks(change) {
  await save(PACKS_KEY, readPacks(change(await loadPacks())));
}

/** The engine judges by other packs now. @param {() => void} listener @returns {() => void} stops listening */
export function onRules(listener) {
  return onSaved(RULES_KEY, listener);
}

/** @param {() => void} listener @returns {() => void} stops listening */
export function onPacks(listener) {
  return onSaved(PACKS_KEY, listener);
}
