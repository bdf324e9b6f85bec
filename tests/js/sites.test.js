// Site files: their schema, their one written form, the list that bundles them, and the check that readers' own files go through.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { default as Ajv } from "ajv";
import { checkSiteFile } from "../../extension/shared/site-file.js";
import { sites } from "../../extension/sites/index.js";
import { canonical } from "../browser/tools/canonical.js";

const folder = new URL("../../extension/sites/", import.meta.url);
const names = readdirSync(folder).filter((name) => name.endsWith(".json") && name !== "schema.json");
const read = (/** @type {string} */ name) => readFileSync(new URL(name, folder), "utf8");
const fits = new Ajv.default({ strict: false }).compile(JSON.parse(read("schema.json")));
/** Selectors are parsed by real browsers in their own tests; here only that nothing empty passes. */
const parses = (/** @type {string} */ selector) => selector.trim() !== "" && !selector.includes("[[");

test("every site file fits the schema and the check, and is written in the one form", async () => {
  for (const name of names) {
    const text = read(name);
    const file = /** @type {{ name: string }} */ (JSON.parse(text));
    assert.ok(fits(file), `${name}: ${JSON.stringify(fits.errors)}`);
    assert.deepEqual(checkSiteFile(text, parses), { ok: true, value: file }, name);
    assert.equal(
      text,
      await canonical(file),
      `${name} is not in its one form: node tests/browser/tools/canonical.js extension/sites/${name}`,
    );
    assert.equal(`${file.name}.json`, name);
  }
});

test("every site file is bundled, the generic one last", () => {
  assert.deepEqual(sites.map(({ name }) => `${name}.json`).sort(), [...names].sort());
  assert.equal(sites.at(-1)?.name, "generic");
});

test("a broken file of a reader is refused with its place and a remedy", () => {
  const good = JSON.parse(read("x.json"));
  const post = good.posts[0];
  /** @type {[unknown, RegExp][]} */
  const broken = [
    [{ ...good, name: undefined }, /"name" is missing/],
    [{ ...good, name: "X Files" }, /name: a name in small letters/],
    [{ ...good, matches: ["*://*/*"] }, /matches, entry 1: an address such as/],
    [{ ...good, matches: "https://x.com/*" }, /matches: a list in square brackets/],
    [{ ...good, script: "alert(1)" }, /"script" is no field/],
    [{ ...good, posts: [{ ...post, text: ["[[broken"] }] }, /text, entry 1: "\[\[broken" is no selector/],
    [{ ...good, posts: [{ ...post, author: [{ from: "a", take: "eval" }] }] }, /take: one of after-by, last-number/],
    [{ ...good, posts: [{ ...post, select: [] }] }, /"select" or "grow"/],
    [{ ...good, posts: [{ ...post, like: "nobody" }] }, /no kind "nobody"/],
    [{ ...good, posts: [null] }, /posts, entry 1: \{ … \} is needed/],
    [[], /the file: \{ … \} is needed/],
  ];
  for (const [file, error] of broken) {
    const checked = checkSiteFile(JSON.stringify(file), parses);
    assert.equal(checked.ok, false);
    assert.match(checked.ok ? "" : checked.error, error);
  }
  assert.match(/** @type {{ error: string }} */ (checkSiteFile("{", parses)).error, /not written as JSON/);
  assert.match(/** @type {{ error: string }} */ (checkSiteFile(" ".repeat(100_001), parses)).error, /longer than/);
});

test("the schema refuses what the check refuses in form", () => {
  const good = JSON.parse(read("x.json"));
  for (const broken of [
    { ...good, name: "X" },
    { ...good, extra: 1 },
    { ...good, matches: ["http://x.com/*"] },
    { ...good, posts: [{}] },
  ]) {
    assert.equal(fits(broken), false);
    assert.equal(checkSiteFile(JSON.stringify(broken), parses).ok, false);
  }
});
