// Numbers, names, dates and places as pages write them.
import assert from "node:assert/strict";
import { test } from "node:test";
import { parseCount } from "../../extension/content/counts.js";
import { handleOf, timeOf } from "../../extension/content/facts.js";
import { chooseSite, siteFor } from "../../extension/content/site.js";
import { sites } from "../../extension/sites/index.js";

test("counts in the digits, separators and units of many languages", () => {
  /** @type {[string, number | null, string?][]} */
  const counts = [
    ["0", 0],
    ["7 replies", 7],
    ["Reply (124 replies)", 124],
    ["17002 Respostas. Resposta", 17002],
    ["Like (3,817 likes)", 3817],
    ["1,234,567", 1234567],
    ["1.234.567", 1234567],
    ["1.234", 1234],
    ["12\u00a0345", 12345],
    ["12\u202f345 J’aime", 12345],
    ["1’234", 1234],
    ["12,34,567", 1234567],
    ["1.2K", 1200],
    ["1,2 mil Me gusta", 1200],
    ["3,4 mi", 3400000],
    ["2,5 Mio.", 2500000],
    ["12 Tsd.", 12000],
    ["1,5 тыс.", 1500],
    ["2,3 млн", 2300000],
    ["1.2万次观看", 12000],
    ["3.4億", 340000000],
    ["5.6만", 56000],
    ["١٬٢٣٤", 1234],
    ["٣٫٥ ألف", 3500],
    ["۱۲۳ پاسخ", 123],
    ["१.२ हज़ार", 1200],
    ["2.5 लाख", 250000],
    ["1,2 B", 1200, "tr"],
    ["1.2B", 1200000000, "en"],
    ["1.3 md", 1300000000, "fr"],
    ["3 e mais 5", 3, "pt"],
    ["3 e", 3000, "hu"],
    ["1,2 N", 1200, "vi"],
    ["3 20 July", 3],
    ["Like", null],
    ["", null],
  ];
  for (const [text, number, language] of counts) assert.equal(parseCount(text, language), number, text);
  assert.equal(parseCount(null), null);
});

test("names from addresses and from words", () => {
  const base = "https://site.example/feed";
  const names = /** @type {const} */ ([
    ["/tomreed", "tomreed"],
    ["https://x.com/tomreed", "tomreed"],
    ["/@tomreed/post/1", "tomreed"],
    ["/profile/tom.example", "tom.example"],
    ["https://www.linkedin.com/in/tom-reed?x=1", "tom-reed"],
    ["/groups/12/user/77/?a=b", "77"],
    ["/profile.php?id=77", "77"],
    ["https://disqus.com/by/idapost/", "idapost"],
    ["Tom Reed @tomreed · 4h", "tomreed"],
    ["Tom Reed@tomreed·4h", "tomreed"],
    ["@tom@town.example", "tom@town.example"],
    ["Tom Reed", "Tom Reed"],
    ["/%D8%B3", "س"],
    ["/%", "%"],
    [null, null],
  ]);
  for (const [value, name] of names) assert.equal(handleOf(value, base), name, String(value));
});

test("dates in a machine's form become one form, others stay as the page shows them", () => {
  const times = /** @type {const} */ ([
    ["2026-10-01T10:00:00.000Z", "2026-10-01T10:00:00.000Z"],
    ["2026-10-01T12:00:00+0200", "2026-10-01T10:00:00.000Z"],
    ["2026-10-01T10:00:00.000000+0000", "2026-10-01T10:00:00.000Z"],
    ["2026-10-01T10:00:00 1790848800", "2026-10-01T10:00:00.000Z"],
    ["1790848800", "2026-10-01T10:00:00.000Z"],
    ["1790848800000", "2026-10-01T10:00:00.000Z"],
    ["6h •", "6h"],
    ["yesterday", "yesterday"],
    ["·", null],
    [null, null],
  ]);
  for (const [value, time] of times) assert.equal(timeOf(value), time, String(value));
});

test("a page's site file: the closest address, else what the page says of its software", () => {
  /** @param {string} address @param {string[]} holds */
  const chosen = (address, holds = []) => {
    const document = { querySelector: (/** @type {string} */ selector) => (holds.includes(selector) ? {} : null) };
    return chooseSite(sites, new URL(address), /** @type {never} */ (document)).name;
  };
  assert.equal(chosen("https://x.com/home"), "x");
  assert.equal(chosen("https://mobile.x.com/home"), "x");
  assert.equal(chosen("https://notx.com/home"), "generic");
  assert.equal(chosen("https://x.com.example.org/"), "generic");
  assert.equal(chosen("https://old.reddit.com/r/a/"), "reddit-old");
  assert.equal(chosen("https://www.reddit.com/r/a/"), "reddit");
  assert.equal(chosen("https://web.telegram.org/a/"), "telegram-a");
  assert.equal(chosen("https://web.telegram.org/k/"), "telegram-k");
  assert.equal(chosen("https://town.example/", ["#mastodon"]), "mastodon");
  assert.equal(chosen("https://x.com/home", ["#mastodon"]), "x");
});

test("a reader's own file takes the place of the one of its name, and a new one comes first", () => {
  const page = { location: new URL("https://x.com/home"), querySelector: () => null };
  const document = /** @type {Document} */ (/** @type {unknown} */ (page));
  const mended = { name: "x", title: "X, mended", checked: "2026-11", matches: ["https://*.x.com/*"], posts: [] };
  const other = { ...mended, name: "elsewhere", matches: ["https://elsewhere.example/*"] };
  assert.equal(siteFor(document).title, "X");
  assert.equal(siteFor(document, [mended]), mended);
  assert.equal(siteFor(document, [other]).title, "X");
});
