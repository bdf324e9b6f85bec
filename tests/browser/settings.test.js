// The settings page, driven as by a person with a keyboard: what is changed there holds on open pages at once, and can be taken back.

import assert from "node:assert/strict";
import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test, { after, afterEach, before, beforeEach } from "node:test";
import { choose as chosen } from "../../extension/shared/choose.js";
import { defaults } from "../../extension/shared/settings-read.js";
import { feed, SAYS } from "./feed.js";
import { openLab, until } from "./harness/lab.js";
import { ownPack } from "./own-pack.js";
import { labelledPosts } from "./page.js";

const HOME = "https://x.com/home";
const POSTS = [
  { id: "1", text: "The ferryboat leaves Harbour Road at nine." },
  { id: "2", text: SAYS.violent },
  { id: "3", text: "Our zorbleflux was splendid this morning." },
];

/** @typedef {import("puppeteer-core").Page} Page */
/** @type {import("./harness/lab.js").Lab} */
let lab;
/** @type {Page} */
let page;
/** @type {Page} */
let settings;

before(async () => {
  lab = await openLab();
  lab.server.give(HOME, feed({ posts: POSTS }));
});
after(() => lab.close());

beforeEach(async () => {
  settings = await lab.openExtensionPage("settings/settings.html");
  await settings.evaluate(() => chrome.storage.local.clear());
  await settings.reload({ waitUntil: [] });
  await until("the samples", () => settings.evaluate(() => document.querySelectorAll(".samples .label").length > 3));
  page = await lab.open(HOME);
  await labels(["post-2"]);
  await settings.bringToFront();
});
afterEach(async () => {
  await page.close();
  await settings.close();
});

/** @param {string[]} posts that have a label, and no others */
const labels = async (posts) => {
  await page.bringToFront();
  await until(`labels at ${posts}`, async () => JSON.stringify(await labelledPosts(page)) === JSON.stringify(posts));
  await settings.bringToFront();
};
/** @param {string} selector */
const focus = (selector) => settings.evaluate((wanted) => /** @type {HTMLElement} */ (document.querySelector(wanted)).focus(), selector);
/** @param {string} selector */
const focused = (selector) => settings.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector);
/** @param {string} selector @param {import("puppeteer-core").KeyInput} key */
async function press(selector, key = "Enter") {
  await until(selector, () => settings.evaluate((wanted) => document.querySelector(wanted) !== null, selector));
  await focus(selector);
  await settings.keyboard.press(key);
}
/** @param {string} selector @param {string} text */
async function type(selector, text) {
  await focus(selector);
  await settings.keyboard.type(text);
}
/** Long texts are pasted. @param {string} selector @param {string} text */
async function paste(selector, text) {
  await settings.evaluate(
    ({ wanted, value }) => {
      const field = /** @type {HTMLTextAreaElement} */ (document.querySelector(wanted));
      field.closest("details")?.setAttribute("open", "");
      field.focus();
      field.select();
      document.execCommand("insertText", false, value);
    },
    { wanted: selector, value: text },
  );
}
/** @param {string} selector @param {RegExp} pattern */
const says = (selector, pattern) =>
  until(`${selector} to say ${pattern}`, async () => {
    const text = await settings.evaluate((wanted) => document.querySelector(wanted)?.textContent ?? "", selector);
    assert.match(text.replace(/\s+/g, " "), pattern);
    return true;
  });
/** @param {string} key @returns {Promise<any>} */
const stored = (key) => settings.evaluate(async (name) => (await chrome.storage.local.get(name))[name], key);

test("a category switched off by the arrow keys takes its labels from the open page and from the samples", async () => {
  const lead = () => settings.evaluate(() => document.querySelector("#preview .lead")?.textContent);
  const before = await lead();
  await focus("#category-call-to-violence-label");
  for (let step = 0; step < 2; step += 1) await settings.keyboard.press("ArrowLeft");
  await until("off to be stored", async () => (await stored("settings"))?.categories["call-to-violence"] === "off");
  assert.equal(await focused("#category-call-to-violence-off"), true);
  await labels([]);
  await until("fewer samples with a label", async () => (await lead()) !== before);
  await settings.keyboard.press("ArrowRight");
  await labels(["post-2"]);
});

test("a language that is off takes its labels from the open page and from the samples, and on again it brings them back", async () => {
  const samples = () => settings.evaluate(() => document.querySelectorAll(".samples .label").length);
  const before = await samples();
  await press("#language-en", " ");
  await labels([]);
  await until("fewer labels on samples", async () => (await samples()) < before);
  assert.deepEqual((await stored("settings")).languages, ["und"]);
  await press("#language-en", " ");
  await labels(["post-2"]);
});

test("the samples are judged as posts on a page are: by rules and language model", async () => {
  await until("every sample to be read", () => settings.evaluate(() => document.querySelector(".samples[aria-busy]") === null));
  const shown = await settings.evaluate(() =>
    [...document.querySelectorAll(".samples > li")].map((item) => ({
      text: item.querySelector("p[lang]")?.textContent ?? "",
      level: item.querySelector(".label")?.getAttribute("data-level") ?? "none",
    })),
  );
  assert.ok(shown.length > 10);
  for (const { text, level } of shown) {
    const { value } = await settings.evaluate((post) => chrome.runtime.sendMessage({ name: "page-to-background/read", text: post }), text);
    assert.equal(level, chosen(value, defaults(), text)?.level ?? "none", text);
  }
});

test("a watch term labels a post on the open page, and its card says why; removed, the label goes", async () => {
  await type("#term", "harbour road");
  await settings.keyboard.press("Enter");
  await says("#terms .entries", /harbour road/);
  assert.equal(await focused("#term"), true);
  await labels(["post-1", "post-2"]);
  const [shadow] = await lab.shadows(page);
  await page.bringToFront();
  await shadow?.click(".label");
  assert.match((await shadow?.text()) ?? "", /Matches your watch term.*Contains what you asked to watch for: “harbour road”/s);
  await settings.bringToFront();
  await press("#term-remove-0");
  await labels(["post-2"]);
  assert.equal(await focused("#terms-title"), true);
});

test("a reader who has gone on elsewhere while a term is stored keeps the keyboard there", async () => {
  await type("#term", "harbour road");
  await settings.evaluate(() => {
    /** @type {HTMLElement} */ (document.querySelector("#term-add")).click();
    /** @type {HTMLElement} */ (document.querySelector("#category-hate-label")).focus();
  });
  await says(".toast", /harbour road/);
  assert.equal(await focused("#category-hate-label"), true);
});

test("a pack that cannot be read is refused with file, line and remedy; a good one judges the open page; off and removed it does not", async () => {
  await paste("#pack-text", ownPack().replace("[[rule]]", "[[rule"));
  await press("#pack-add");
  await says("#pack-answer", /my-rules\.toml:3: /);
  assert.equal(await stored("packs"), undefined);
  await paste("#pack-text", ownPack());
  await press("#pack-try");
  await says("#pack-answer", /1 rule, 6 examples, all of them as they should be/);
  await says(
    "#pack-answer .examples",
    /Each example.*zorbleflux \(line 3\) speaks, as it should:“?our zorbleflux.*is silent, as it should be:“?our flux/,
  );
  assert.equal(await settings.evaluate(() => document.querySelectorAll("#pack-answer .examples li").length), 6);
  await press("#pack-add");
  await says("#packs .entries", /my-rules\.toml.*1 rule, 6 examples/);
  await labels(["post-2", "post-3"]);
  await press("#pack-on-0", " ");
  await labels(["post-2"]);
  await press("#pack-on-0", " ");
  await labels(["post-2", "post-3"]);
  await press("#pack-remove-0");
  await labels(["post-2"]);
  assert.deepEqual(await stored("packs"), []);
});

test("a pack whose examples fail says which", async () => {
  await paste("#pack-text", ownPack("the zorbleflux"));
  await press("#pack-try");
  await says("#pack-answer", /1 not as they should be\..*\(line 3\) should have been silent, and spoke:\s*the zorbleflux/);
});

test("a site file is refused with its fault, then read by, and taken back", async () => {
  await press("#site-edit-x");
  await until("the file", () =>
    settings.evaluate(() => /** @type {HTMLTextAreaElement} */ (document.querySelector("#site-text")).value !== ""),
  );
  assert.equal(await focused("#site-text"), true);
  const builtIn = JSON.parse(
    await settings.evaluate(() => /** @type {HTMLTextAreaElement} */ (document.querySelector("#site-text")).value),
  );
  await paste("#site-text", JSON.stringify({ ...builtIn, posts: [{ ...builtIn.posts[0], select: ["[["] }] }));
  await press("#site-use");
  await says("#site-fault", /entry 1.*posts.*select.*"\[\[" is no selector|posts, entry 1 › select, entry 1: "\[\[" is no selector/);
  await paste("#site-text", JSON.stringify({ ...builtIn, posts: [{ ...builtIn.posts[0], select: ["article#post-1"] }] }));
  await press("#site-use");
  await says("#site-x", /Replaced by you on/);
  await labels([]);
  await press("#site-back-x");
  await says("#site-x", /Built in/);
  await labels(["post-2"]);
});

test("how a site does is told: its last match and the number of posts, and no address", async () => {
  await says("#site-x", /Last matched now, 3 posts\./);
  assert.deepEqual(Object.keys(await stored("health")), ["x"]);
  assert.doesNotMatch(JSON.stringify(await stored("health")), /http|home/);
});

test("a site is off and on again", async () => {
  await press("#site-on-x", " ");
  await labels([]);
  await says("#disagreed", /Sites that are off\s*\*\.x\.com/);
  await press("#back-site-0");
  await labels(["post-2"]);
});

test("export, reset and import bring everything back", async () => {
  await type("#term", "harbour road");
  await settings.keyboard.press("Enter");
  await says("#terms .entries", /harbour road/);
  await press("#category-hate-cover", " ");
  await until("cover to be stored", async () => (await stored("settings"))?.categories.hate === "cover");
  const whole = await stored("settings");
  const text = await exported();
  await press("#reset");
  await press("#answer-no");
  assert.deepEqual(await stored("settings"), whole);
  await press("#reset");
  await press("#answer-yes");
  await until("nothing stored", async () => (await stored("settings")) === undefined);
  await says("#terms", /0 watch terms/);
  await labels(["post-2"]);
  await choose("settings.json", text);
  await says("dialog", /Replace all your settings by those in settings\.json\? It holds: 1 watch term, 0 rule packs, 0 site files/);
  await press("#answer-yes");
  await until("everything back", async () => JSON.stringify(await stored("settings")) === JSON.stringify(whole));
  await labels(["post-1", "post-2"]);
});

test("the export holds a choice that the page has not drawn yet", async () => {
  await press("#category-hate-note", " ");
  await until("note to be stored", async () => (await stored("settings"))?.categories.hate === "note");
  const next = await stored("settings");
  next.categories.hate = "cover";
  assert.equal(JSON.parse(await exported(next)).settings.categories.hate, "cover");
});

/** The file as the browser would write it: what a press on the button hands to the browser. @param {object} [first] settings stored just before */
function exported(first) {
  return settings.evaluate(async (before) => {
    const file = new Promise((done) => {
      const make = URL.createObjectURL;
      URL.createObjectURL = (blob) => {
        done(/** @type {Blob} */ (blob).text());
        return make(blob);
      };
      HTMLAnchorElement.prototype.click = () => {}; // The browser need not write it down.
    });
    if (before) await chrome.storage.local.set({ settings: before });
    /** @type {HTMLElement} */ (document.querySelector("#export")).click();
    return /** @type {Promise<string>} */ (file);
  }, first);
}

/** Picks a file for import. @param {string} name @param {string} text */
async function choose(name, text) {
  const path = join(await mkdtemp(join(tmpdir(), "firebreak-")), name);
  await writeFile(path, text);
  const input = /** @type {import("puppeteer-core").ElementHandle<HTMLInputElement>} */ (await settings.$("#import"));
  await input.uploadFile(path);
}

test("a file that is no export is refused with its name and fault, and nothing changes", async () => {
  await choose("broken.json", '{\n  "kind": ');
  await says("#import-fault", /broken\.json: not written as JSON/);
  await choose("newer.json", '{"kind": "firebreak-settings", "settings": {"version": 9}}');
  await says("#import-fault", /newer\.json: made by a newer Firebreak \(form 9/);
  assert.equal(await stored("settings"), undefined);
});

test("settings that cannot be read fall back to their defaults, pages go on, and the page says which", async () => {
  await settings.evaluate(() => chrome.storage.local.set({ settings: { version: 3, showFrom: 7, watchTerms: "x", sitesOff: [] } }));
  await says(".banner", /could not be read, and its defaults are used: showFrom, watchTerms/);
  await labels(["post-2"]);
  await press("#keep-defaults");
  await says(".banner", /^$/);
  assert.equal((await stored("settings")).showFrom, "caution");
});

test("what cannot be stored is said, and the page shows what is stored", async () => {
  await settings.evaluate(() => {
    for (const api of [chrome, /** @type {{ browser?: typeof chrome }} */ (globalThis).browser ?? chrome]) {
      api.storage.local.set = () => Promise.reject(new Error("QUOTA_BYTES quota exceeded"));
    }
  });
  await press("#category-hate-off", " ");
  await says(".toast", /Not stored, because the browser’s storage is full/);
  await until("the stored choice", () =>
    settings.evaluate(() => /** @type {HTMLInputElement} */ (document.querySelector("#category-hate-label")).checked),
  );
});
