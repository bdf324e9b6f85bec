// The wasm engine, started when a text first needs it. The promise is the state: a worker that was killed begins again from nothing.

import init, { Engine } from "../engine/firebreak.js";
import { address } from "../shared/browser.js";

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
  return new Engine();
}
