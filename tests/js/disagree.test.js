import assert from "node:assert/strict";
import test from "node:test";
import { around } from "../../extension/content/draw-cover.js";
import { changesOf, composeReport } from "../../extension/shared/disagree.js";
import { defaults } from "../../extension/shared/settings-read.js";
import { wordsFrom } from "../../extension/shared/words.js";
import messages from "../../extension/_locales/en/messages.json" with { type: "json" };
import { label, report } from "./report.js";

const words = wordsFrom(messages);
const where = { text: "a post", host: "x.com", now: 1000 };

test("each way to disagree has the change that takes it back, and its own words", () => {
  const says = new Set();
  for (const what of /** @type {import("../../extension/shared/disagree.js").Off[]} */ ([
    { kind: "post" },
    { kind: "rule", rule: "threat/one" },
    { kind: "site" },
    { kind: "hour" },
  ])) {
    const change = changesOf(what, where);
    const changed = change.apply(defaults());
    assert.notDeepEqual(changed, defaults());
    assert.deepEqual(change.revert(changed), defaults());
    says.add(change.says(words));
  }
  assert.equal(says.size, 4);
  assert.equal(changesOf({ kind: "hour" }, where).apply(defaults()).pausedUntil, 3_601_000);
});

test("a report of a wrong label holds what a maintainer needs, and the whole text of the post once", () => {
  const of = report([label({ spans: [{ start: 0, end: 4 }] })]);
  const text = composeReport(words, { level: "caution", labels: of.labels, report: of, cover: false }, "Burn this down.");
  for (const part of ["Threatens harm: Caution, Likely", "Rule: threat/one", "The exact words: “Burn”", "Why I think", "rules 00000000"]) {
    assert.ok(text.includes(part), part);
  }
  assert.equal(text.split("Burn this down.").length, 2);
});

test("the box around words is the smallest one, and words without a box count for nothing", () => {
  const boxes = [
    { left: 10, top: 10, right: 50, bottom: 20 },
    { left: 0, top: 20, right: 30, bottom: 30 },
    { left: 0, top: 0, right: 0, bottom: 0 },
  ];
  assert.deepEqual(around(boxes), { left: 0, top: 10, right: 50, bottom: 30 });
  assert.equal(around(boxes.slice(2)), null);
});
