// What the panel costs on a thread of 5,000 posts, in Chromium, with the built extension: node tests/bench/panel.js
// Prints one JSON object of { name: { value, unit, bar } } and fails when a figure is over its bar, or when not every post is listed.

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { openLab, until } from "../browser/harness/lab.js";
import { coverage } from "../browser/page.js";
import { openPanel, says } from "../browser/panel.js";
import { THREAD, threadPage } from "../browser/thread-page.js";

/** @typedef {import("puppeteer-core").Page} Page */

const POSTS = 5000;
const ELSEWHERE = "https://elsewhere.example/";
const QUERIES = ["herons", "cafe zoe", "the", "nobody says this", "mill road", ""];
const ROUNDS = 5;

const lab = await openLab({ browser: "chromium" });
lab.server.give(THREAD, threadPage(POSTS));
lab.server.give(ELSEWHERE, { body: "<!doctype html><title>elsewhere</title>" });
try {
  const page = await lab.open(THREAD);
  await until("what is in view to be read", async () => (await coverage(lab, THREAD)).read > 3);
  const other = await lab.open(ELSEWHERE);
  // A panel that lists nothing has all that any page of the extension costs: a process, a heap, our code.
  const empty = await openPanel(lab, ELSEWHERE);
  await says(empty, ".summary", "reads nothing");
  const before = await settledMemory([page, empty]);
  await empty.close();

  const cold = await openTimed();
  await says(cold.panel, ".number", "5,000 of 5,000 posts");
  const memory = (await settledMemory([page, cold.panel])) - before;
  const filter = await filterTimes(cold.panel);
  await cold.panel.close();
  const warm = await openTimed();
  await says(warm.panel, ".number", "5,000 of 5,000 posts");
  await other.close();

  const figures = {
    "panel opens: first rows, only what is in view read before": { value: cold.ms, unit: "ms", bar: 300 },
    "panel opens: first rows, all read before": { value: warm.ms, unit: "ms", bar: 300 },
    "filter answers, median": { value: quantile(filter, 0.5), unit: "ms", bar: null },
    "filter answers, slowest": { value: quantile(filter, 1), unit: "ms", bar: 100 },
    "memory of all processes, more than with an empty panel": { value: memory, unit: "MB", bar: 60 },
  };
  for (const figure of Object.values(figures)) figure.value = Math.round(figure.value * 10) / 10;
  console.log(JSON.stringify(figures, null, 2));
  for (const [name, { value, bar }] of Object.entries(figures)) assert.ok(bar === null || value <= bar, `${name}: ${value} is over ${bar}`);
} finally {
  await lab.close();
}

/** Opens the panel and gives the moment, since its own page was asked for, at which it had rows. */
async function openTimed() {
  const panel = await openPanel(lab, THREAD, (page) =>
    page.evaluateOnNewDocument(() => {
      new MutationObserver((_, observer) => {
        if (!document.querySelector(".row")) return;
        window.opened = performance.now();
        observer.disconnect();
      }).observe(document, { childList: true, subtree: true });
    }),
  );
  const ms = await until("the first rows", () => panel.evaluate(() => window.opened));
  return { panel, ms };
}

/** From a key in the search field to rows laid out. @param {Page} panel @returns {Promise<number[]>} */
function filterTimes(panel) {
  return panel.evaluate(
    (queries, rounds) => {
      const search = /** @type {HTMLInputElement} */ (document.querySelector("#search"));
      const rows = /** @type {HTMLElement} */ (document.querySelector(".rows"));
      const times = [];
      for (let round = 0; round < rounds; round += 1) {
        for (const query of queries) {
          const start = performance.now();
          search.value = query;
          search.dispatchEvent(new Event("input"));
          rows.getBoundingClientRect();
          times.push(performance.now() - start);
        }
      }
      return times;
    },
    QUERIES,
    ROUNDS,
  );
}

/** Memory of every process of the browser after garbage was collected, in MB: shared pages are counted once. @param {Page[]} pages */
async function settledMemory(pages) {
  for (const page of pages) {
    const session = await page.createCDPSession();
    await session.send("HeapProfiler.collectGarbage");
    await session.detach();
  }
  const root = lab.driver.browser.process()?.pid;
  const parents = new Map(
    readdirSync("/proc")
      .filter((name) => /^\d+$/.test(name))
      .map((name) => [Number(name), Number(statusOf(name, "PPid"))]),
  );
  const isOurs = (/** @type {number | undefined} */ pid) => {
    for (let at = pid; at !== undefined && at > 1; at = parents.get(at)) if (at === root) return true;
    return false;
  };
  const kilobytes = [...parents.keys()].filter(isOurs).map((pid) => memoryOf(pid));
  return kilobytes.reduce((sum, one) => sum + one, 0) / 1000;
}

/** @param {string} pid @param {string} field */
function statusOf(pid, field) {
  try {
    return new RegExp(`^${field}:\\s+(\\d+)`, "m").exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1];
  } catch {
    return undefined; // It ended between the list and the look.
  }
}

/** @param {number} pid @returns {number} */
function memoryOf(pid) {
  try {
    return Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, "utf8"))?.[1] ?? 0);
  } catch {
    return 0;
  }
}

/** @param {number[]} values @param {number} part */
function quantile(values, part) {
  const sorted = [...values].sort((one, other) => one - other);
  return /** @type {number} */ (sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))]);
}
