import assert from "node:assert/strict";
import test from "node:test";
import { fromFile, toFile, unreadable } from "../../extension/shared/settings-file.js";
import { defaults } from "../../extension/shared/settings-read.js";

const site = JSON.stringify({ name: "x", title: "X", checked: "2026-11", matches: [], posts: [{ kind: "post", select: ["p"] }] });
const all = {
  settings: {
    ...defaults(),
    showFrom: /** @type {const} */ ("note"),
    watchTerms: [{ term: "lane", level: /** @type {const} */ ("note") }],
  },
  packs: [{ name: "mine.toml", text: "…", on: false }],
  siteFiles: [{ name: "x", text: site, added: 7 }],
};
const yes = () => true;
/** @param {object} change */
const file = (change) => JSON.stringify({ ...JSON.parse(toFile(all, 0)), ...change });

test("what was exported is imported", () => {
  assert.deepEqual(fromFile(toFile(all, 1_800_000_000_000), yes), { value: all, fault: null });
});

test("a file of version 1 is taken with its migration", () => {
  const { value } = fromFile(
    file({ settings: { version: 1, showFrom: "warning", sitesOff: ["x.com"], categories: {} }, packs: undefined }),
    yes,
  );
  assert.deepEqual(value?.settings, { ...defaults(), showFrom: "warning", sitesOff: ["x.com"] });
  assert.deepEqual(value?.packs, []);
});

test("each fault has its words, and nothing is taken", () => {
  /** @type {[string, string, RegExp][]} */
  const faults = [
    ['{\n "a": 1,\n x', "import_not_json", /line 3/],
    ["[]", "import_other", /^$/],
    ['{"kind": "something"}', "import_other", /^$/],
    [file({ settings: { showFrom: "note" } }), "import_other", /^$/],
    [file({ settings: { version: 4 } }), "import_newer", /4 3/],
    [file({ settings: { ...all.settings, showFrom: "loud", watchTerms: [7] } }), "import_fields", /^showFrom, watchTerms$/],
    [file({ packs: [{ name: "no text" }] }), "import_fields", /^packs$/],
    [file({ siteFiles: "x" }), "import_fields", /^siteFiles$/],
    [file({ siteFiles: [{ name: "x", text: '{"name": 3}', added: 1 }] }), "import_site_file", /^x the file/],
    [" ".repeat(4_000_001), "import_long", /^$/],
  ];
  for (const [text, key, values] of faults) {
    const { value, fault } = fromFile(text, yes);
    assert.equal(value, null);
    assert.equal(fault?.key, key);
    assert.match(fault?.values.join(" ") ?? "", values);
  }
});

test("a site file that this browser does not understand is named", () => {
  assert.equal(fromFile(toFile(all, 0), () => false).fault?.key, "import_site_file");
});

test("parts of a stored record that cannot be read are named, and one that can is not", () => {
  assert.deepEqual(unreadable(undefined), []);
  assert.deepEqual(unreadable(defaults()), []);
  assert.deepEqual(unreadable({ version: 1, showFrom: "note", sitesOff: [], categories: { hate: "off" } }), []);
  for (const broken of [7, "x", null, []]) assert.deepEqual(unreadable(broken), ["settings"]);
  assert.deepEqual(unreadable({ ...defaults(), sitesOff: [5], pausedUntil: "x" }), ["sitesOff", "pausedUntil"]);
});
