// Every language says all that English says, with the same values in it, in as many plural forms as it has.

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import test from "node:test";
import { count, list, wordsFrom } from "../../extension/shared/words.js";

const folder = new URL("../../extension/_locales/", import.meta.url);
/** @param {string} language @returns {import("../../extension/shared/words.js").Messages} */
const messagesOf = (language) => JSON.parse(readFileSync(new URL(`${language}/messages.json`, folder), "utf8"));
const english = messagesOf("en");
const OTHERS = readdirSync(folder).filter((name) => name !== "en");
/** What the shops show at most. */
const LONGEST_DESCRIPTION = 132;

/** Names, forms of files, and words that are the same in the languages named. @type {Record<string, string[] | "all">} */
const MAY_BE_EQUAL = {
  ...{ extension_name: "all", label_more: "all", export_jsonld: "all", export_markdown: "all" },
  ...{
    language_direction: ["de", "fr", "es"],
    name_and_value: ["de", "es", "ar"],
    settings_pause: ["de", "fr"],
    settings_pack_name: ["de"],
  },
  ...{ panel_thread: ["de"], links_lines: ["de"], export_label: ["de"], level_note: ["fr"], treatment_note: ["fr"] },
  ...{ confidence_possible: ["fr"], card_total: ["fr", "es"], fact_page: ["fr"], settings_sites: ["fr"], treatment_off: ["es"] },
  ...{ settings_off: ["es"], settings_pack_unnamed: ["ar"] },
};
/** Digits, spaces and signs that lists of things differ in are not looked at. @param {string} text */
const values = (text) => [...new Set(text.match(/\$\d|\{\w+\}|https:\/\//g))].sort().join(" ");
/** The name of a message without its plural form. @param {string} key */
const baseOf = (key) => key.replace(/_(zero|one|two|few|many|other)$/, "");
/** Messages about a number of things. */
const COUNTED = new Set(
  Object.keys(english)
    .filter((key) => key.endsWith("_other") && `${baseOf(key)}_one` in english)
    .map(baseOf),
);
/** @param {string} key */
const isCounted = (key) => key !== baseOf(key) && COUNTED.has(baseOf(key));

test("there are German, French, Spanish and Arabic", () => {
  assert.deepEqual(OTHERS.sort(), ["ar", "de", "es", "fr"]);
});

for (const language of OTHERS) {
  const messages = messagesOf(language);

  test(`${language}: the same messages, none empty, none left in English`, () => {
    const single = (/** @type {object} */ all) => Object.keys(all).filter((key) => !isCounted(key));
    assert.deepEqual(single(messages).sort(), single(english).sort());
    for (const [key, { message }] of Object.entries(messages)) {
      assert.notEqual(message.trim(), "", key);
      const allowed = MAY_BE_EQUAL[key] ?? [];
      if (message === english[key]?.message)
        assert.ok(allowed === "all" || allowed.includes(language), `${key} is as in English: ${message}`);
    }
  });

  test(`${language}: the same values in each message`, () => {
    for (const [key, { message }] of Object.entries(messages)) {
      const other = /** @type {{ message: string }} */ (english[isCounted(key) ? `${baseOf(key)}_other` : key]);
      // "Two posts" needs no figure in a language that says it by a form of its own.
      if (isCounted(key) && /_(zero|one|two)$/.test(key)) continue;
      assert.equal(values(message), values(other.message), key);
    }
  });

  test(`${language}: every plural form of the language, and no other`, () => {
    // "Many" is for whole millions in French and Spanish, and reads as the others do: words.js falls back to it.
    const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories.filter((form) => form !== "many" || language === "ar");
    for (const base of COUNTED) {
      const there = Object.keys(messages).filter((key) => isCounted(key) && baseOf(key) === base);
      assert.deepEqual(there.sort(), forms.map((form) => `${base}_${form}`).sort());
    }
    const words = wordsFrom(messages);
    for (const number of [0, 1, 2, 3, 11, 100, 1_000_000]) assert.match(count(words, "coverage_read", number), /\S/);
  });

  test(`${language}: its tag and direction are its own`, () => {
    assert.equal(messages.language_tag?.message, language);
    assert.equal(messages.language_direction?.message, language === "ar" ? "rtl" : "ltr");
    assert.ok((messages.extension_description?.message.length ?? 0) <= LONGEST_DESCRIPTION);
  });
}

/** What is written on a button, and what a screen reader hears of it: whoever speaks to the computer says what is written. */
const SPOKEN = [
  ["settings_remove", "settings_remove_one"],
  ["settings_take_back", "settings_take_back_one"],
  ["settings_site_back", "settings_take_back_one"],
  ["settings_export", "settings_export_one"],
  ["settings_site_edit", "settings_site_edit_one"],
  ["cards_delete", "cards_delete_this"],
];

test("what a screen reader hears of a button holds what is written on it, in every language", () => {
  for (const language of ["en", ...OTHERS]) {
    const words = wordsFrom(messagesOf(language));
    for (const [written = "", heard = ""] of SPOKEN) {
      assert.ok(words(heard, "X").toLowerCase().includes(words(written).toLowerCase()), `${language}: ${written}, ${heard}`);
    }
  }
});

test("numbers, lists and quotation marks are those of the language", () => {
  const german = wordsFrom(messagesOf("de"));
  assert.equal(count(german, "coverage_read", 1200), "1.200 Beiträge gelesen");
  assert.equal(list(german, ["a", "b"]), "a, b");
  assert.equal(german("quoted_words", "Markt"), "„Markt“");
  assert.equal(count(wordsFrom(messagesOf("ar")), "settings_posts", 2), "منشوران");
});

test("a name that runs the other way is set apart from the words around it, and no other is", () => {
  const arabic = wordsFrom(messagesOf("ar"));
  assert.equal(arabic("popup_on", "x.com"), "يعمل في \u2068x.com\u2069");
  assert.equal(arabic("settings_removed", "الميدان"), "أُزيل الميدان");
  const words = wordsFrom(english);
  assert.equal(words("crisis_lasts", "الميدان", "1 May"), "Crisis watch: \u2068الميدان\u2069, until 1 May");
  assert.equal(words("popup_on", "x.com"), "On for x.com");
});
