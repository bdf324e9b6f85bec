import assert from "node:assert/strict";
import test from "node:test";
import { choose } from "../../extension/shared/choose.js";
import { withPause, withPostOff, withRuleOff, withWatchTerm } from "../../extension/shared/settings-change.js";
import { defaults } from "../../extension/shared/settings-read.js";
import { spansOf, WATCHED, watchLabel } from "../../extension/shared/watch-terms.js";
import { label, report } from "./report.js";

/** @param {string} text @param {string} term */
const found = (text, term) => spansOf(text, term).map(({ start, end }) => text.slice(start, end));

test("a term is found as whole words, whatever its capitals and the white space in it", () => {
  assert.deepEqual(found("Meet at MARKET\n square, then Market Square.", "market square"), ["MARKET\n square", "Market Square"]);
  assert.deepEqual(found("deviantart.com is not art.com", "art.com"), ["art.com"]);
  assert.deepEqual(found("rallying for the rally", "rally"), ["rally"]);
  assert.deepEqual(found("#Southport @southport", "southport"), ["Southport", "southport"]);
});

test("signs mean themselves, and a term may begin or end with one", () => {
  assert.deepEqual(found("C++ (not C) costs $5.", "c++"), ["C++"]);
  assert.deepEqual(found("a.b axb", "a.b"), ["a.b"]);
  assert.deepEqual(found("[x] ^y$ \\z a-b {q} a|b", "^y$"), ["^y$"]);
  assert.deepEqual(found("see #enough and #enoughs", "#enough"), ["#enough"]);
  for (const sign of "\\^$.*+?()[]{}|/-&~#@!=<>:,\"'`") assert.deepEqual(found(`a ${sign} b`, sign), [sign], sign);
});

test("other scripts and encodings", () => {
  assert.deepEqual(found("Caf\u0065\u0301 and Caf\u00e9", "café"), ["Cafe\u0301", "Caf\u00e9"]);
  assert.deepEqual(found("МОСКВА сегодня", "москва"), ["МОСКВА"]);
  assert.deepEqual(found("今日は東京駅で", "東京"), ["東京"]);
  assert.deepEqual(found("في الميدان الآن", "الميدان"), ["الميدان"]);
  assert.deepEqual(found("no", " "), []);
});

test("a long text full of near misses costs little", () => {
  const start = performance.now();
  assert.deepEqual(spansOf("market ".repeat(30_000), "market market square"), []);
  assert.ok(performance.now() - start < 1000);
});

test("one label names every term that was found, at the highest of their levels", () => {
  const one = watchLabel("Tonight at Mill Lane", [
    { term: "mill lane", level: "note" },
    { term: "tonight", level: "caution" },
    { term: "harbour", level: "caution" },
  ]);
  assert.equal(one?.level, "caution");
  assert.deepEqual(one?.spans, [
    { start: 11, end: 20 },
    { start: 0, end: 7 },
  ]);
  assert.equal(watchLabel("Nothing here", [{ term: "mill lane", level: "note" }]), null);
});

test("a watched word is shown whatever the level shown from and beside the engine's labels, and the report stays as it is", () => {
  const settings = withWatchTerm({ ...defaults(), showFrom: "warning" }, { term: "lane", level: "note" });
  const quiet = report([]);
  assert.equal(choose(quiet, settings, "Mill Lane")?.level, "note");
  assert.deepEqual(quiet.labels, []);
  const both = choose(report([label({ id: "hate", level: "warning" })]), settings, "Mill Lane");
  assert.deepEqual(
    both?.labels.map(({ id }) => id),
    ["hate", WATCHED],
  );
  assert.equal(choose(quiet, settings, "Mill Road"), null);
});

test("what was said of a post, a pause or a rule holds for watched words too", () => {
  const settings = withWatchTerm(defaults(), { term: "lane", level: "caution" });
  assert.equal(choose(report([]), withPostOff(settings, "Mill Lane", 1), "Mill Lane"), null);
  assert.equal(choose(report([]), withPause(settings, 100), "Mill Lane", 99), null);
  assert.equal(choose(report([]), withRuleOff(settings, WATCHED), "Mill Lane"), null);
});
