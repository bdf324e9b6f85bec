// The built wasm module under Node, as the extension's background loads it.
import { readFileSync } from "node:fs";

const FOLDER = new URL("../../target/dist/chromium/engine/", import.meta.url);

/** @returns {Promise<import("../../extension/engine/firebreak.js").Engine>} */
export async function startEngine() {
  const module = await import(new URL("firebreak.js", FOLDER).href);
  await module.default({ module_or_path: readFileSync(new URL("firebreak_bg.wasm", FOLDER)) });
  return new module.Engine();
}
