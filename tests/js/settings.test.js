import assert from "node:assert/strict";
import test from "node:test";
import * as change from "../../extension/shared/settings-change.js";
import { BOUNDS, defaults, read } from "../../extension/shared/settings-read.js";

/** @typedef {import("../../extension/shared/settings.js").Settings} Settings */

/** Every field different from its default. @type {Settings} */
const FULL = {
  version: 3,
  showFrom: "note",
  categories: { ...defaults().categories, hate: "cover", threat: "note", "personal-attack": "label" },
  sitesOff: ["x.com"],
  pausedUntil: 1_800_000_000_000,
  postsOff: [{ key: "0123456789abcdef", when: 5 }],
  rulesOff: ["hate/vermin"],
  languages: ["und"],
  sync: true,
  watchTerms: [{ term: "Market Square", level: "caution" }],
  crises: [{ name: "A town", terms: ["town", "park"], sensitivity: "highest", until: 1_800_000_000_000 }],
};

/** @param {unknown} value */
const stored = (value) => JSON.parse(JSON.stringify(value));

test("what cannot be read falls back to its default, as a whole", () => {
  for (const broken of [undefined, null, 7, "x", [], { showFrom: "loud", sitesOff: "x.com", categories: 3 }]) {
    assert.deepEqual(read(broken), defaults());
  }
});

test("and part by part, while the rest is kept", () => {
  const broken = {
    showFrom: [7, "loud", "none"],
    categories: [3, [], { hate: "shout", made_up: "off" }],
    sitesOff: ["x.com", [5, ""], {}],
    pausedUntil: ["soon", -1, null],
    postsOff: [7, ["abc"], [{ key: "ABC", when: 1 }]],
    rulesOff: [{}, [null], ["x".repeat(BOUNDS.rule + 1)]],
    languages: ["en", 7, {}],
    sync: ["yes", 1],
    watchTerms: ["word", [{ term: " " }], [{ term: 7 }], ["word"]],
    crises: [7, [{ name: "no end" }], [{ until: 5 }]],
  };
  for (const [field, values] of Object.entries(broken)) {
    for (const value of values) {
      const settings = read(stored({ ...FULL, [field]: value }));
      const expected = { ...FULL, [field]: defaults()[/** @type {keyof Settings} */ (field)] };
      assert.deepEqual(settings, expected, `${field}: ${JSON.stringify(value)}`);
    }
  }
});

test("what was written is read back, every field of it", () => {
  assert.deepEqual(read(stored(FULL)), FULL);
  assert.deepEqual(read(stored(defaults())), defaults());
});

test("a record of version 1 keeps its level, sites and categories", () => {
  const first = { version: 1, showFrom: "warning", sitesOff: ["x.com"], categories: { ...defaults().categories, hate: "off" } };
  const settings = read(stored(first));
  assert.deepEqual(settings, { ...defaults(), ...first, version: 3 });
});

test("the languages of version 2, which changed nothing, take no labels away", () => {
  const settings = read(stored({ ...FULL, version: 2, languages: ["de"] }));
  assert.deepEqual(settings, { ...FULL, languages: defaults().languages });
});

test("each language is off and on again, and all may be off", () => {
  const none = change.withLanguage(change.withLanguage(defaults(), "en", false), "und", false);
  assert.deepEqual(read(stored(none)).languages, []);
  assert.deepEqual(change.withLanguage(none, "en", true).languages, ["en"]);
});

test("a record of a later version keeps what this one can read", () => {
  const settings = read(stored({ ...FULL, version: 4, novelty: 1, categories: { ...FULL.categories, novel: "cover" } }));
  assert.deepEqual(settings, FULL);
});

test("no list grows past its bound, and the newest entries stay", () => {
  const many = Array.from({ length: 5000 }, (_, place) => place);
  const settings = read({
    ...FULL,
    sitesOff: many.map((place) => `${place}.example`),
    postsOff: many.map((place) => ({ key: place.toString(16).padStart(16, "0"), when: place })),
    rulesOff: many.map((place) => `rule/${place}`),
    watchTerms: many.map((place) => ({ term: `word ${place}`, level: "note" })),
    crises: many.map((place) => ({ name: `town ${place}`, terms: many.map(String), sensitivity: "higher", until: 5 })),
  });
  for (const list of /** @type {const} */ (["sitesOff", "postsOff", "rulesOff", "watchTerms", "crises"])) {
    assert.equal(settings[list].length, BOUNDS[list], list);
  }
  assert.equal(settings.sitesOff.at(-1), "4999.example");
  assert.equal(settings.postsOff.at(-1)?.when, 4999);
  assert.equal(settings.crises.at(-1)?.terms.length, BOUNDS.crisisTerms);
});

test("a site is off after it was switched off, and on again", () => {
  const off = change.withSite(change.withSite(defaults(), "x.com", false), "x.com", false);
  assert.deepEqual(off.sitesOff, ["x.com"]);
  assert.equal(change.isOn(off, "x.com"), false);
  assert.equal(change.isOn(off, "bsky.app"), true);
  assert.equal(change.isOn(change.withSite(off, "x.com", true), "x.com"), true);
});

test("a whole site is off with every host below it, and any of them switches it on", () => {
  const off = change.withSite(defaults(), "*.reddit.example", false);
  for (const host of ["reddit.example", "old.reddit.example"]) {
    assert.equal(change.isOn(off, host), false);
    assert.deepEqual(change.withSite(off, host, true), defaults());
  }
  assert.equal(change.isOn(off, "notreddit.example"), true);
  assert.equal(change.isOn(change.withSite(off, "*.reddit.example", true), "reddit.example"), true);
  assert.deepEqual(change.hostsOf(["https://x.example/*", "https://*.y.example/a/*", "https://x.example/b/*"]), [
    "x.example",
    "*.y.example",
  ]);
});

test("a pause ends by itself, and can be ended", () => {
  const paused = change.withPause(defaults(), 100);
  assert.equal(change.pausedNow(paused, 99), true);
  assert.equal(change.pausedNow(paused, 100), false);
  assert.equal(change.pausedNow(change.withPause(paused, 0), 1), false);
});

test("a post that is off is known by its words alone, is kept as a hash, and comes back", () => {
  const twice = change.withPostOff(change.withPostOff(defaults(), "some words", 1), "some words", 2);
  assert.deepEqual(twice.postsOff, [{ key: change.postKey("some words"), when: 2 }]);
  assert.match(change.postKey("some words"), /^[0-9a-f]{16}$/);
  assert.ok(!JSON.stringify(twice).includes("some words"));
  assert.equal(change.isPostOff(twice, "some words"), true);
  assert.equal(change.isPostOff(twice, "other words"), false);
  assert.deepEqual(change.withoutPostOff(twice, change.postKey("some words")), defaults());
  assert.deepEqual(read(stored(twice)), twice);
});

test("a rule that is off stands in the list once, and comes back", () => {
  const twice = change.withRuleOff(change.withRuleOff(defaults(), "hate/vermin"), "hate/vermin");
  assert.deepEqual(twice.rulesOff, ["hate/vermin"]);
  assert.deepEqual(change.withoutRuleOff(twice, "hate/vermin"), defaults());
});

test("one category changes and the others stay", () => {
  const settings = change.withCategory(defaults(), "hate", "cover");
  assert.deepEqual(settings.categories, { ...defaults().categories, hate: "cover" });
  assert.deepEqual(defaults().categories.hate, "label");
});

test("a watch term stands once whatever its capitals, and goes again", () => {
  const one = change.withWatchTerm(defaults(), { term: "Market Square", level: "note" });
  const other = change.withWatchTerm(one, { term: "market square", level: "caution" });
  assert.deepEqual(other.watchTerms, [{ term: "market square", level: "caution" }]);
  assert.deepEqual(change.withoutWatchTerm(other, "MARKET SQUARE"), defaults());
});
