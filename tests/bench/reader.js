// What the second look costs, in Chromium with the built extension: node tests/bench/reader.js
// Prints one JSON object of { name: { value, unit, bar } } and fails when a figure is over its bar.
import assert from "node:assert/strict";
import { readFileSync, statSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { openLab } from "../browser/harness/lab.js";

const FOLDER = new URL("../../target/dist/chromium/engine/", import.meta.url);
const PAGE = "popup/popup.html";
/** 40 pieces with the two marks at its ends. */
const TEXT =
  "People keep saying that the new families on our street are the problem, but I think nobody has asked them what they need, and that is a shame for all of us.";
const posts = readFileSync(new URL("posts.txt", import.meta.url), "utf8")
  .trim()
  .split("\n");

const lab = await openLab({ browser: "chromium" });
try {
  const page = await lab.openExtensionPage(PAGE);
  const { reading, loading, gate, wasm } = await page.evaluate(
    async (text, posts) => {
      const at = (/** @type {string} */ file) => chrome.runtime.getURL(`engine/${file}`);
      const bytes = async (/** @type {string} */ file) => new Uint8Array(await (await fetch(at(file))).arrayBuffer());
      const middle = (/** @type {number} */ rounds, /** @type {() => unknown} */ work) => {
        const times = Array.from({ length: rounds }, () => {
          const start = performance.now();
          work();
          return performance.now() - start;
        });
        return times.sort((one, other) => one - other)[rounds >> 1] ?? NaN;
      };
      const main = await import(at("firebreak.js"));
      const rules = await main.default({ module_or_path: fetch(at("firebreak_bg.wasm")) });
      const engine = new main.Engine();
      engine.loadGate(await bytes("gate.bin"));
      const held = rules.memory.buffer.byteLength;
      // The same posts in turn with and without the gate; the least of many rounds is the one that nothing else disturbed.
      const without = new main.Engine();
      const rounds = Array.from({ length: 101 }, () => [engine, without].map((one) => middle(1, () => one.judgeMany(posts))));
      const least = (/** @type {number} */ which) => Math.min(...rounds.map((round) => round[which] ?? Infinity));
      const gate = ((least(0) - least(1)) * 1000) / posts.length;

      const start = performance.now();
      const edge = await import(at("reader.js"));
      const model = await edge.default({ module_or_path: fetch(at("reader_bg.wasm")) });
      const reader = new edge.Reader(await bytes("reader.bin"));
      const loading = performance.now() - start;
      const reading = middle(61, () => reader.read(text));
      return { reading, loading, gate, wasm: (held + model.memory.buffer.byteLength) / 1e6 };
    },
    TEXT,
    posts,
  );
  await page.close();
  const module = readFileSync(new URL("reader_bg.wasm", FOLDER));
  const figures = {
    "reader, a text of 40 pieces, median": { value: reading, unit: "ms", bar: 45 },
    "reader, fetched, checked and ready": { value: loading, unit: "ms", bar: null },
    "gate, a post": { value: gate, unit: "µs", bar: 40 },
    "wasm memories and heap of a background with the reader": { value: wasm + (await backgroundHeap()), unit: "MB", bar: 60 },
    "the reader's wasm, gzipped": { value: gzipSync(module, { level: 9 }).length / 1000, unit: "KB", bar: 250 },
    "gate.bin": { value: statSync(new URL("gate.bin", FOLDER)).size / 1000, unit: "KB", bar: 400 },
    "reader.bin": { value: statSync(new URL("reader.bin", FOLDER)).size / 1e6, unit: "MB", bar: 14 },
  };
  for (const figure of Object.values(figures)) figure.value = Math.round(figure.value * 1000) / 1000;
  console.log(JSON.stringify(figures, null, 2));
  for (const [name, { value, bar }] of Object.entries(figures)) assert.ok(bar === null || value <= bar, `${name}: ${value} is over ${bar}`);
} finally {
  await lab.close();
}

/** The worker's heap once it has read a text, in MB; the debugger does not count wasm memories there. */
async function backgroundHeap() {
  const page = await lab.openExtensionPage(PAGE);
  await page.evaluate((text) => chrome.runtime.sendMessage({ name: "page-to-background/read", text }), `Kill them all. ${TEXT}`);
  const about = await page.evaluate(() => chrome.runtime.sendMessage({ name: "popup-to-background/about" }));
  assert.equal(about.value.models.state, "ready");
  const target = await lab.driver.browser.waitForTarget((one) => one.type() === "service_worker");
  const session = await target.createCDPSession();
  await session.send("HeapProfiler.collectGarbage");
  const { usedSize, embedderHeapUsedSize, backingStorageSize } = await session.send("Runtime.getHeapUsage");
  await page.close();
  return (usedSize + embedderHeapUsedSize + backingStorageSize) / 1e6;
}
