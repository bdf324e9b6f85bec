// Speed and size of the engine beside rustrict and obscenity, on the same posts in the same run: cargo xtask bench.
// Times are medians; a rival's task is a smaller one (is a word in the text?), so the figures say what ours costs, not which is better.
import { execFileSync } from "node:child_process";
import { readFileSync, statSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { englishDataset, englishRecommendedTransformers, RegExpMatcher } from "obscenity";
import { openLab, until } from "../browser/harness/lab.js";
import { startEngine } from "../wasm/engine.js";

const ROUNDS = 101;
const WAKES = 9;
const PAGE = "popup/popup.html";
const root = new URL("../../", import.meta.url);
const postsFile = new URL("posts.txt", import.meta.url);
const posts = readFileSync(postsFile, "utf8").trim().split("\n");
const long = posts.join(" ");

/** @type {{ firebreak: number, labelled: number, rustrict: number, flagged: number }} */
const native = JSON.parse(execFileSync(new URL("target/release/rivals", root).pathname, [postsFile.pathname], { encoding: "utf8" }));
const engine = await startEngine();
const matcher = new RegExpMatcher({ ...englishDataset.build(), ...englishRecommendedTransformers });
const rustrict = await startRustrict();
const labelled = () => posts.filter((post) => engine.judge(post).level !== "none").length;
if (labelled() !== native.labelled) throw new Error(`wasm labels ${labelled()} posts, native ${native.labelled}`);

const chromium = await inChromium();
const wasm = readFileSync(new URL("target/dist/chromium/engine/firebreak_bg.wasm", root));
const four = middle(() => engine.judge(long.repeat(2).slice(0, 4_000)), 31);
const hundred = middle(() => engine.judge(long.repeat(40).slice(0, 100_000)), 31);

/** A figure with its unit and, where the project has set itself one, its bar. @type {[string, number, string, number?][]} */
const figures = [
  ["Firebreak, native, a post", native.firebreak, "µs"],
  ["Firebreak, wasm in Node, a post", aPost(labelled), "µs"],
  ["Firebreak, wasm in Chromium, a post", chromium.post, "µs", 60],
  ["Chromium against native", chromium.post / native.firebreak, "times", 2.5],
  ["rustrict, native, a post", native.rustrict, "µs"],
  ["rustrict, wasm in Node, a post", aPost(() => posts.filter(rustrict).length), "µs"],
  ["obscenity, Node, a post", aPost(() => posts.filter((post) => matcher.hasMatch(post)).length), "µs"],
  ["100 KB against 4 KB", hundred / four, "times", 25],
  ["woken with a post, against woken with none", chromium.wake, "ms", 80],
  ["wasm", wasm.length / 1000, "KB", 900],
  ["wasm, gzipped", gzipSync(wasm, { level: 9 }).length / 1000, "KB", 350],
];
for (const browser of ["chromium", "firefox"]) {
  const version = JSON.parse(readFileSync(new URL(`target/dist/${browser}/manifest.json`, root), "utf8")).version;
  const zip = statSync(new URL(`target/dist/firebreak-${version}-${browser}.zip`, root));
  figures.push([`zip for ${browser}`, zip.size / 1000, "KB"]);
}
console.log(`${posts.length} posts of ${Math.round(long.length / posts.length)} characters, ${native.labelled} labelled`);
for (const [name, value, unit, bar] of figures) {
  const verdict = bar === undefined ? "" : `  bar ${bar}: ${value <= bar ? "met" : "missed"}`;
  console.log(`${name.padEnd(44)} ${value.toFixed(1).padStart(9)} ${unit.padEnd(6)}${verdict}`);
}

/** Microseconds a post. @param {() => unknown} work */
function aPost(work) {
  return middle(work, ROUNDS) / posts.length;
}

/** The median time of a piece of work, in microseconds. @param {() => unknown} work @param {number} rounds */
function middle(work, rounds) {
  const times = Array.from({ length: rounds }, () => {
    const start = performance.now();
    work();
    return (performance.now() - start) * 1000;
  });
  return /** @type {number} */ (times.sort((one, other) => one - other)[rounds >> 1]);
}

/** @returns {Promise<(text: string) => boolean>} */
async function startRustrict() {
  const file = readFileSync(new URL("target/wasm32-unknown-unknown/release/rivals.wasm", root));
  const { instance } = await WebAssembly.instantiate(file, {});
  const { memory, room, is_flagged } =
    /** @type {{ memory: WebAssembly.Memory, room: (n: number) => number, is_flagged: (at: number, n: number) => number }} */ (
      /** @type {unknown} */ (instance.exports)
    );
  const space = 4096;
  const at = room(space);
  const encoder = new TextEncoder();
  return (text) => {
    const { written } = encoder.encodeInto(text, new Uint8Array(memory.buffer, at, space));
    return is_flagged(at, written) === 1;
  };
}

/** In a page of the extension, under the same policy and the same compiler as its background. */
async function inChromium() {
  const lab = await openLab({ browser: "chromium" });
  try {
    const page = await lab.openExtensionPage(PAGE);
    const post = await page.evaluate(
      async (posts, rounds) => {
        const module = await import(chrome.runtime.getURL("engine/firebreak.js"));
        await module.default({ module_or_path: fetch(chrome.runtime.getURL("engine/firebreak_bg.wasm")) });
        const engine = new module.Engine();
        // Chromium's clock has steps of 0.1 ms, so that a round is all posts ten times.
        const times = Array.from({ length: rounds }, () => {
          const start = performance.now();
          for (let turn = 0; turn < 10; turn += 1) for (const post of posts) engine.judge(post);
          return ((performance.now() - start) * 1000) / (posts.length * 10);
        });
        return times.sort((one, other) => one - other)[rounds >> 1] ?? NaN;
      },
      posts,
      31,
    );
    /** @param {string[]} texts */
    const wake = async (texts) => {
      const times = [];
      for (let turn = 0; turn < WAKES; turn += 1) {
        await until("the background to be gone", async () => (await lab.killBackground(), !(await lab.backgroundRuns())));
        times.push(
          await page.evaluate(async (texts) => {
            const start = performance.now();
            await chrome.runtime.sendMessage({ name: "page-to-background/judge", texts });
            return performance.now() - start;
          }, texts),
        );
      }
      return times.sort((one, other) => one - other)[WAKES >> 1] ?? NaN;
    };
    return { post, wake: (await wake(posts.slice(0, 1))) - (await wake([])) };
  } finally {
    await lab.close();
  }
}
