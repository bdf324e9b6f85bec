import assert from "node:assert/strict";
import test from "node:test";
import { choose, isJudged } from "../../extension/shared/choose.js";
import { withPause, withPostOff, withRuleOff } from "../../extension/shared/settings-change.js";
import { defaults } from "../../extension/shared/settings-read.js";
import { label, report } from "./report.js";

const TEXT = "a post";
const all = report([
  label({ id: "threat", level: "note" }),
  label({ id: "hate", level: "warning" }),
  label({ id: "doxxing", level: "caution", rule: "doxxing/home" }),
]);

/** @param {import("../../extension/shared/choose.js").Shown | null} shown */
const ids = (shown) => shown?.labels.map(({ id }) => id);

test("the worst label comes first and those below the chosen level stay away", () => {
  const shown = choose(all, { ...defaults(), showFrom: "caution" }, TEXT);
  assert.equal(shown?.level, "warning");
  assert.deepEqual(ids(shown), ["hate", "doxxing"]);
  assert.equal(shown?.report, all);
  assert.deepEqual(ids(choose(all, { ...defaults(), showFrom: "note" }, TEXT)), ["hate", "doxxing", "threat"]);
});

test("a category that is off is not shown, and does not set the level", () => {
  const settings = defaults();
  settings.categories.hate = "off";
  assert.equal(choose(all, settings, TEXT)?.level, "caution");
});

test("a language that is off has no labels, but those of the reader's own words", () => {
  const settings = { ...defaults(), languages: ["und"] };
  assert.equal(choose(all, settings, TEXT), null);
  assert.deepEqual(ids(choose({ ...all, lang: "und" }, settings, TEXT)), ["hate", "doxxing"]);
  assert.deepEqual(ids(choose(all, { ...settings, watchTerms: [{ term: "post", level: "note" }] }, TEXT)), ["watch-term"]);
});

test("a category shown as a note keeps its label, quietly and last, and the report as it is", () => {
  const settings = defaults();
  settings.categories.hate = "note";
  const shown = choose(all, settings, TEXT);
  assert.equal(shown?.level, "caution");
  assert.deepEqual(ids(shown), ["doxxing", "hate"]);
  assert.equal(shown?.labels[1]?.level, "note");
  assert.equal(all.labels[1]?.level, "warning");
});

test("a post is covered only where a label that is shown asks for it", () => {
  const settings = defaults();
  assert.equal(choose(all, settings, TEXT)?.cover, false);
  settings.categories.threat = "cover";
  assert.equal(choose(all, settings, TEXT)?.cover, false);
  assert.equal(choose(all, { ...settings, showFrom: "note" }, TEXT)?.cover, true);
});

test("not this rule: its labels stay away, in every post, and those of other rules stay", () => {
  assert.deepEqual(ids(choose(all, withRuleOff(defaults(), "doxxing/home"), TEXT)), ["hate"]);
});

test("not this post: nothing is shown for these words, and everything for others", () => {
  const settings = withPostOff(defaults(), TEXT, 1);
  assert.equal(choose(all, settings, TEXT), null);
  assert.deepEqual(ids(choose(all, settings, "another post")), ["hate", "doxxing"]);
});

test("nothing is shown before a pause is over, and everything after it", () => {
  const settings = withPause(defaults(), 1000);
  assert.equal(choose(all, settings, TEXT, 999), null);
  assert.deepEqual(ids(choose(all, settings, TEXT, 1000)), ["hate", "doxxing"]);
});

test("insults to a person wait to be asked for", () => {
  assert.equal(choose(report([label({ id: "personal-attack", level: "warning" })]), defaults(), TEXT), null);
});

test("a label at level none is never shown", () => {
  assert.equal(choose(report([label({ level: "none" })]), { ...defaults(), showFrom: "note" }, TEXT), null);
});

test("a report in a language without rules is told from a clean one", () => {
  assert.equal(isJudged(report([], { lang: "fr" })), false);
  assert.equal(isJudged(report([], { lang: "und" })), true);
});
