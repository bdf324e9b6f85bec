// The engine with the reader's own rule packs, which a wasm module of its own reads: it is fetched only where there are some. A pack that
// this version cannot read is left out, and the rest goes on: the settings show its fault. Whenever the packs change the engine starts
// anew, and pages are told by a number that their reports are old.

import startReading, { readPack } from "../engine/packs.js";
import { address, save } from "../shared/browser.js";
import { problem } from "../shared/log.js";
import { loadPacks, RULES_KEY } from "../shared/packs.js";

/** @typedef {typeof import("../engine/firebreak.js").Engine} EngineClass */
/** @typedef {import("../engine/firebreak.js").Trial} Trial */

/** @type {Promise<unknown> | null} */
let reading = null;

/** @param {EngineClass} Engine ready to be used @returns {Promise<import("../engine/firebreak.js").Engine>} */
export async function engineWithPacks(Engine) {
  const packs = await ownPacks();
  if (packs.length === 0) return new Engine();
  try {
    return new Engine(packs);
  } catch (error) {
    problem("rule packs", error);
  }
  try {
    return new Engine(packs.filter((pack) => Engine.tryPack(pack).fault === null));
  } catch (error) {
    problem("rule packs", error); // Each is sound alone, but not beside the others.
    return new Engine();
  }
}

/** What a pack would do. @param {EngineClass} Engine ready to be used @param {string} file @param {string} text @returns {Promise<Trial>} */
export async function tried(Engine, file, text) {
  await ready();
  let pack;
  try {
    pack = readPack(file, text);
  } catch (error) {
    return { fault: error instanceof Error ? error.message : String(error), rules: 0, examples: [] };
  }
  return Engine.tryPack(pack);
}

function ready() {
  reading ??= startReading({ module_or_path: fetch(address("engine/packs_bg.wasm")) }).catch((error) => {
    reading = null; // The next pack tries again.
    throw error;
  });
  return reading;
}

/** Those that are on and can be read. */
async function ownPacks() {
  try {
    const packs = (await loadPacks()).filter(({ on }) => on);
    if (packs.length > 0) await ready();
    return packs.flatMap(({ name, text }) => readable(name, text));
  } catch (error) {
    problem("rule packs", error);
    return [];
  }
}

/** @param {string} name @param {string} text */
function readable(name, text) {
  try {
    return [readPack(name, text)];
  } catch (error) {
    problem("rule packs", error);
    return [];
  }
}

/** Pages start over when they see it. */
export async function tellPages() {
  await save(RULES_KEY, Date.now());
}
