// Crisis watch: what it raises, how far, for how long, and that it stops by itself.

import assert from "node:assert/strict";
import test from "node:test";
import { choose } from "../../extension/shared/choose.js";
import { crisesNow, nextEnd, raised, touched } from "../../extension/shared/crisis.js";
import { defaults } from "../../extension/shared/settings-read.js";
import { termsOf } from "../../extension/panel/watch-view.js";
import { label, report } from "./report.js";

const NOW = Date.UTC(2026, 10, 24);
const fire = { name: "Fire", terms: ["Mill Road", "the mosque"], sensitivity: /** @type {const} */ ("higher"), until: NOW + 1000 };
const TEXT = "They say it was him, at mill road.";

/** @param {Partial<import("../../extension/shared/settings.js").Settings>} change @param {number} [now] @param {string} [id] */
function levelOf(change, now = NOW, id = "unverified-blame", text = TEXT) {
  const [first] = choose(report([label({ id, level: "note" })]), { ...defaults(), ...change }, text, now)?.labels ?? [];
  return first ? [first.level, first.crisis] : null;
}

test("blame, musters and private details that touch a term start one level higher, and say why", () => {
  for (const id of ["unverified-blame", "mobilising", "doxxing"])
    assert.deepEqual(levelOf({ crises: [fire] }, NOW, id), ["caution", "Fire"]);
});

test("a label raised to the level from which labels are shown is shown", () => {
  assert.equal(levelOf({}), null);
  assert.deepEqual(levelOf({ crises: [fire], showFrom: "caution" }), ["caution", "Fire"]);
});

test("other categories, posts without a term, and words that only hold it stay as they are", () => {
  assert.equal(levelOf({ crises: [fire] }, NOW, "hate"), null);
  assert.equal(levelOf({ crises: [fire] }, NOW, "doxxing", "He lives at windmill road."), null);
  assert.equal(levelOf({ crises: [fire] }, NOW, "doxxing", "He lives there."), null);
});

test("it ends by itself, to the millisecond", () => {
  assert.equal(levelOf({ crises: [fire] }, fire.until), null);
  assert.deepEqual(crisesNow({ crises: [fire] }, fire.until - 1), [fire]);
  assert.equal(nextEnd({ crises: [{ ...fire, until: NOW + 9 }, fire, { ...fire, until: NOW - 9 }] }, NOW), NOW + 9);
  assert.equal(nextEnd({ crises: [fire] }, fire.until), null);
});

test("the highest sensitivity is two levels, the more sensitive of two wins, and nothing rises above a warning", () => {
  const highest = { ...fire, name: "Attack", sensitivity: /** @type {const} */ ("highest") };
  assert.deepEqual(levelOf({ crises: [fire, highest] }), ["warning", "Attack"]);
  assert.deepEqual(raised(label({ id: "doxxing", level: "caution" }), highest).level, "warning");
  assert.equal("crisis" in raised(label({ id: "doxxing", level: "warning" }), highest), false);
  assert.equal(touched([fire, highest], "Nothing of it"), null);
});

test("a category that is off stays off, and one shown as a note stays a note", () => {
  const { categories } = defaults();
  assert.equal(levelOf({ crises: [fire], categories: { ...categories, "unverified-blame": "off" } }), null);
  assert.deepEqual(levelOf({ crises: [fire], categories: { ...categories, "unverified-blame": "note" } }), ["note", "Fire"]);
});

test("words typed with commas, of any script, become terms, each once", () => {
  assert.deepEqual(termsOf(" Mill Road, the old hotel ,, Mill Road،مسجد、駅"), ["Mill Road", "the old hotel", "مسجد", "駅"]);
  assert.deepEqual(termsOf(" , "), []);
});
