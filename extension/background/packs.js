// The engine with the reader's own rule packs. A pack that this version cannot read is left out, and the rest goes on: the settings show
// its fault. Whenever the packs change the engine starts anew, and pages are told by a number that their reports are old.

import { save } from "../shared/browser.js";
import { problem } from "../shared/log.js";
import { loadPacks, RULES_KEY } from "../shared/packs.js";

/** @typedef {typeof import("../engine/firebreak.js").Engine} EngineClass */

/** @param {EngineClass} Engine ready to be used @returns {Promise<import("../engine/firebreak.js").Engine>} */
export async function engineWithPacks(Engine) {
  const packs = await ownPacks();
  try {
    return new Engine(packs);
  } catch (error) {
    problem("rule packs", error);
  }
  try {
    return new Engine(packs.filter(({ file, text }) => Engine.tryPack(file, text).fault === null));
  } catch (error) {
    problem("rule packs", error); // Each is sound alone, but not beside the others.
    return new Engine();
  }
}

async function ownPacks() {
  try {
    return (await loadPacks()).filter(({ on }) => on).map(({ name, text }) => ({ file: name, text }));
  } catch (error) {
    problem("rule packs", error);
    return [];
  }
}

/** Pages start over when they see it. */
export async function tellPages() {
  await save(RULES_KEY, Date.now());
}
