import assert from "node:assert/strict";
import test from "node:test";
import { choose, isJudged } from "../../extension/shared/choose.js";
import { defaults } from "../../extension/shared/settings.js";
import { label, report } from "./report.js";

const all = report([
  label({ id: "threat", level: "note" }),
  label({ id: "hate", level: "warning" }),
  label({ id: "doxxing", level: "caution" }),
]);

test("the worst label comes first and those below the chosen level stay away", () => {
  const shown = choose(all, { ...defaults(), showFrom: "caution" });
  assert.equal(shown?.level, "warning");
  assert.deepEqual(
    shown?.labels.map(({ id }) => id),
    ["hate", "doxxing"],
  );
  assert.equal(shown?.report, all);
});

test("a category that is off is not shown, and does not set the level", () => {
  const settings = defaults();
  settings.categories.hate = "off";
  assert.equal(choose(all, settings)?.level, "caution");
});

test("insults to a person wait to be asked for", () => {
  assert.equal(choose(report([label({ id: "personal-attack", level: "warning" })]), defaults()), null);
});

test("a label at level none is never shown", () => {
  assert.equal(choose(report([label({ level: "none" })]), { ...defaults(), showFrom: "none" }), null);
});

test("a report in a language without rules is told from a clean one", () => {
  assert.equal(isJudged(report([], { lang: "fr" })), false);
  assert.equal(isJudged(report([], { lang: "und" })), true);
});
