// Every word that a reader sees is in _locales, and nothing in _locales is left over.

import assert from "node:assert/strict";
import { readdir, readFile } from "node:fs/promises";
import test from "node:test";
import { count, keyOf, wordsFrom } from "../../extension/shared/words.js";

const extension = new URL("../../extension/", import.meta.url);
const messages = JSON.parse(await readFile(new URL("_locales/en/messages.json", extension), "utf8"));
const words = wordsFrom(messages);

/** Keys made from ids that the engine gives. */
const MADE = {
  level: ["none", "note", "caution", "warning"],
  reach: ["views", "reposts", "replies", "likes"].flatMap((name) => [`${name}_one`, `${name}_other`]),
  panel_from: ["none", "note", "caution", "warning"],
  panel_order: ["read", "oldest", "newest", "level", "reach"],
  escalation: ["blame", "place", "time", "call"],
  cards: ["saved", "deleted"],
  crisis: ["higher", "highest"],
  export: ["jsonld", "csv", "markdown", "html"],
  treatment: ["off", "note", "label", "cover"],
  left: ["siteFiles", "packs", "postsOff", "settings"],
  bound: ["packs", "name", "text", "all"],
  confidence: ["possible", "likely", "strong match"],
  reader: ["absent", "not-asked", "read"],
  stance: ["asserts", "quotes", "reports", "condemns", "negates", "asks", "jokes-or-plays"],
  category: ["call-to-violence", "threat", "violence-justified", "dehumanising", "hate", "unverified-blame"].concat([
    "mobilising",
    "doxxing",
    "personal-attack",
    "watch-term",
  ]),
};

test("values stand where the words want them, and an unknown key shows itself", () => {
  assert.equal(words("card_versions", "1.2.3", "abcd"), "Firebreak 1.2.3 · rules abcd");
  assert.equal(words("no_such_key"), "no_such_key");
  assert.equal(words("constructor"), "constructor");
});

test("a number picks its form", () => {
  assert.equal(count(words, "coverage_read", 1), "Read 1 post here");
  assert.equal(count(words, "coverage_read", 1200), "Read 1,200 posts here");
});

test("each id of the engine has its words", () => {
  for (const [kind, ids] of Object.entries(MADE)) {
    for (const id of ids) assert.ok(keyOf(kind, id) in messages, keyOf(kind, id));
  }
});

test("each key in the code has its words, and all words are used", async () => {
  const files = (await readdir(extension, { recursive: true })).filter(
    (name) => /\.(js|json|html)$/.test(name) && !name.startsWith("_locales"),
  );
  // The command line prints evidence cards in the extension's words.
  const printing = new URL("../../src/bin/firebreak/evidence/", import.meta.url);
  // The web page shows them too.
  const page = new URL("../../www/", import.meta.url);
  const ofPage = (await readdir(page)).filter((name) => /\.(js|html)$/.test(name));
  const printers = (await readdir(printing)).filter((name) => name.endsWith(".rs"));
  const addresses = [
    ...files.map((name) => new URL(name, extension)),
    ...ofPage.map((name) => new URL(name, page)),
    ...printers.map((name) => new URL(name, printing)),
  ];
  const code = (await Promise.all(addresses.map((address) => readFile(address, "utf8")))).join("\n");
  const used = new Set(Object.entries(MADE).flatMap(([kind, ids]) => ids.map((id) => keyOf(kind, id))));
  for (const [, key = ""] of code.matchAll(/__MSG_(\w+)__/g)) used.add(key);
  for (const [, key = ""] of code.matchAll(/words\(\s*"(\w+)"/g)) used.add(key);
  for (const [, key = ""] of code.matchAll(/count\(words, "(\w+)"/g)) for (const form of ["one", "other"]) used.add(`${key}_${form}`);
  // A key may also be chosen elsewhere than in the call.
  for (const [, key = ""] of code.matchAll(/"([a-z]+(?:_[a-z0-9]+)+)"/g)) {
    for (const form of [key, `${key}_one`, `${key}_other`]) if (form in messages) used.add(form);
  }
  assert.deepEqual(
    [...used].filter((key) => !(key in messages)),
    [],
  );
  assert.deepEqual(
    Object.keys(messages).filter((key) => !used.has(key)),
    [],
  );
});
