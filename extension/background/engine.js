// The wasm engine, started when a text first needs it. The promise is the state: a worker that was killed begins again from nothing.

import init, { Engine } from "../engine/firebreak.js";
import { address } from "../shared/browser.js";
import { engineWithPacks, tried } from "./packs.js";

/** @type {Promise<Engine> | null} */
let starting = null;

/** @returns {Promise<Engine>} */
export function engine() {
  starting ??= start().catch((error) => {
    starting = null; // The next text tries again, instead of every text failing for one bad moment.
    throw error;
  });
  return starting;
}

async function start() {
  await init({ module_or_path: fetch(address("engine/firebreak_bg.wasm")) });
  return engineWithPacks(Engine);
}

/** The next text is judged by a new engine: the reader's rule packs are not the same any more. */
export function restart() {
  starting = null;
}

/** What a pack would do. @param {string} file @param {string} text */
export async function tryPack(file, text) {
  await engine(); // The module must be there; the pack is tried beside the built-in ones alone.
  return tried(Engine, file, text);
}
