// The built wasm modules under Node, as the extension's background loads them.
import { readFileSync } from "node:fs";

const FOLDER = new URL("../../target/dist/chromium/engine/", import.meta.url);

/** @returns {Promise<import("../../extension/engine/firebreak.js").Engine>} */
export async function startEngine() {
  const module = await import(new URL("firebreak.js", FOLDER).href);
  await module.default({ module_or_path: readFileSync(new URL("firebreak_bg.wasm", FOLDER)) });
  return new module.Engine();
}

/** @param {Uint8Array} file @returns {Promise<import("../../extension/engine/reader.js").Reader>} */
export async function startReader(file) {
  const module = await import(new URL("reader.js", FOLDER).href);
  await module.default({ module_or_path: readFileSync(new URL("reader_bg.wasm", FOLDER)) });
  return new module.Reader(file);
}

/** @param {"gate.bin" | "reader.bin"} name */
export function modelFile(name) {
  return new Uint8Array(readFileSync(new URL(name, FOLDER)));
}
