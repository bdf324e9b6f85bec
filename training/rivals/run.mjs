// Milliseconds that a rival's wasm takes for a text of 40 pieces: node run.mjs FILE.wasm [FILE.onnx]
import { readFileSync } from "node:fs";

const [, , wasm, onnx] = process.argv;
const module = new WebAssembly.Module(readFileSync(wasm));
// Randomness is asked for only in functions that nothing here calls.
const imports = {};
for (const { module: from, name } of WebAssembly.Module.imports(module)) (imports[from] ??= {})[name] = () => 0;
const rival = new WebAssembly.Instance(module, imports).exports;

const timed = (work) => {
  const start = performance.now();
  work();
  return performance.now() - start;
};
const load = timed(() => {
  if (onnx === undefined) return void rival.read(40); // The first call makes the weights.
  const file = readFileSync(onnx);
  const at = rival.room(file.length);
  new Uint8Array(rival.memory.buffer).set(file, at);
  if (rival.load(at, file.length) === 0) throw new Error(`${onnx}: tract cannot load it`);
});
const times = Array.from({ length: 41 }, () => timed(() => rival.read(40))).sort((one, other) => one - other);
console.log(JSON.stringify({ load, least: times[0], median: times[20], megabytes: rival.memory.buffer.byteLength / 1e6 }));
