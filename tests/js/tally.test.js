import assert from "node:assert/strict";
import test from "node:test";
import { Tally } from "../../extension/content/tally.js";
import { wordsFrom } from "../../extension/shared/words.js";
import { sentences } from "../../extension/popup/render.js";
import messages from "../../extension/_locales/en/messages.json" with { type: "json" };
import { label, report } from "./report.js";

/** @param {import("../../extension/engine/firebreak.js").Label} one @returns {import("../../extension/shared/choose.js").Shown} */
const shown = (one) => ({ level: one.level, labels: [one], report: report([one]), cover: false });
const post = () => /** @type {Element} */ (/** @type {unknown} */ ({}));

test("a post is counted once, by its key, in the state it is in now", () => {
  const tally = new Tally();
  tally.set("/1", "waiting", null, "hello");
  tally.set("/1", "read", null, "hello");
  tally.set("/2", "read", shown(label({ level: "warning" })), "a  long\nline");
  tally.set("/3", "language", null, "bonjour");
  const coverage = tally.coverage((key) => key === "/2");
  assert.deepEqual([coverage.read, coverage.language, coverage.waiting], [2, 1, 0]);
  assert.deepEqual(coverage.labels, [{ key: "/2", level: "warning", category: "threat", more: 0, excerpt: "a long line", here: true }]);
  assert.deepEqual(tally.labelled(), { labelled: 1, level: "warning" });
});

test("a post without text counts until it has some", () => {
  const tally = new Tally();
  const element = post();
  tally.silent(element);
  tally.silent(element);
  tally.silent(post());
  assert.equal(tally.coverage(() => true).silent, 2);
  tally.spoke(element);
  assert.equal(tally.coverage(() => true).silent, 1);
  tally.clear();
  assert.equal(tally.coverage(() => true).silent, 0);
});

test("the popup says what was read, and what was not", () => {
  const words = wordsFrom(messages);
  const base = { host: "x.com", on: true, read: 12, language: 0, silent: 0, waiting: 0, problem: null, labels: [], suspect: false };
  /** @param {Partial<import("../../extension/content/tally.js").Coverage>} change */
  const say = (change) => sentences(words, { ...base, strategy: "exact", ...change }).map(({ text }) => text);
  assert.deepEqual(say({}), ["Read 12 posts here, 0 labelled"]);
  assert.deepEqual(say({ language: 2, silent: 1, waiting: 3 }).slice(1), [
    "3 still being read",
    "2 not judged: language not supported",
    "1 with no text of its own: image or video only",
  ]);
  assert.deepEqual(say({ read: 0 }), ["No posts found yet."]);
  assert.deepEqual(say({ read: 0, suspect: true, strategy: "none" }), ["No posts found: this site may have changed."]);
  assert.deepEqual(say({ problem: "judging: x" }).at(-1), "Last problem: judging: x");
});
