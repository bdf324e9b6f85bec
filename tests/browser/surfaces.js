// Every surface of the product, opened as a reader meets it, for tests that look at all of them and for the pictures.

import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { feed, SAYS } from "./feed.js";
import { until } from "./harness/lab.js";
import { labels, openCard, setSettings } from "./page.js";
import { document as pageOf, policyOf, postsOf } from "./pages/build.js";
import { ownPack } from "./own-pack.js";
import { openPanel } from "./panel.js";
import { MARKED, THREAD, threadPage } from "./thread-page.js";

/** @typedef {import("./harness/lab.js").Lab} Lab */
/** @typedef {import("puppeteer-core").Page} Page */
/** shadow: our part of a page that is not ours; null: the whole page is ours. @typedef {{ page: Page, shadow: import("./harness/shadow.js").Shadow | null }} Surface */
/** @typedef {{ dark?: boolean, rtl?: boolean, width?: number }} Look of the page below, where it is not ours */

const HOME = "https://x.com/home";
const WEB = "https://firebreak.example/";
const DAY = 86_400_000;
const POSTS = 80;

/** The reader has chosen something everywhere. */
const SETTINGS = () => ({
  version: 3,
  showFrom: "note",
  categories: { "call-to-violence": "cover" },
  sitesOff: ["news.example"],
  rulesOff: ["hate/of-this-name"],
  postsOff: [{ key: "0123456789abcdef", when: 1_700_000_000_000 }],
  watchTerms: [
    { term: "الميدان", level: "note" },
    { term: "the herons", level: "caution" },
  ],
  crises: [{ name: "Fire on Mill Road", terms: ["Mill Road", "the old hotel"], sensitivity: "higher", until: Date.now() + 3 * DAY }],
});
/** Of its examples some are right and one is wrong. */
const PACK = { name: "harbour.toml", text: ownPack("the zorbleflux"), on: true };

/** @type {Record<string, (lab: Lab, look: Look) => Promise<Surface>>} */
export const SURFACES = {
  label: feedSurface,
  reddit: (lab) => siteSurface(lab, "reddit"),
  mastodon: (lab) => siteSurface(lab, "mastodon"),
  card: async (lab, look) => {
    const { page, shadow } = await feedSurface(lab, look);
    const blame = /** @type {NonNullable<typeof shadow>} */ ((await labels(lab, page)).at(-1));
    await openCard(blame, () => blame.click(".label"));
    await openAll(blame);
    return { page, shadow: blame };
  },
  undo: async (lab, look) => {
    const { page, shadow } = await feedSurface(lab, look);
    await openCard(/** @type {any} */ (shadow), () => /** @type {any} */ (shadow).click(".label"));
    await shadow?.click("[data-off=site]");
    const line = await until("the line", async () => {
      for (const one of await lab.shadows(page)) if (await one.evaluate((root) => root.querySelector(".undo") !== null)) return one;
    });
    return { page, shadow: line };
  },
  selection: async (lab, look) => {
    const { page } = await feedSurface(lab, look);
    await page.evaluate(() => getSelection()?.selectAllChildren(/** @type {Element} */ (document.querySelector("#post-2 [lang]"))));
    await lab.driver.chooseOnSelection(SAYS.vermin, page);
    const shadow = await until("the card", async () => {
      for (const one of await lab.shadows(page))
        if (await one.evaluate((root) => root.querySelector(".at-selection .card") !== null)) return one;
    });
    return { page, shadow };
  },
  popup: async (lab, look) => {
    const { page } = await feedSurface(lab, look);
    const popup = await lab.openPopup(page);
    if (lab.name === "firefox") await page.bringToFront(); // There it is a tab, and speaks of the one in front.
    await until("its list", () => popup.evaluate(() => document.querySelector(".list") !== null));
    await popup.evaluate(() => document.querySelector("details")?.setAttribute("open", ""));
    return { page: popup, shadow: null };
  },
  settings: async (lab) => {
    await setSettings(lab, /** @type {object} */ (SETTINGS()));
    const page = await lab.openExtensionPage("settings/settings.html");
    await page.evaluate((pack) => chrome.storage.local.set({ packs: [pack] }), PACK);
    await until("the samples, all read", () =>
      page.evaluate(
        () => document.querySelectorAll(".samples .label").length > 3 && document.querySelector(".samples[aria-busy]") === null,
      ),
    );
    await until("the pack", () => page.evaluate(() => document.querySelectorAll("#packs .examples li").length > 3));
    await page.evaluate(() => {
      for (const details of document.querySelectorAll("details")) details.open = true;
      /** @type {HTMLElement} */ (document.querySelector("#sample-0")).click();
    });
    return { page, shadow: null };
  },
  onboarding: async (lab) => {
    const page = await lab.openExtensionPage("onboarding/onboarding.html");
    await until("the card", () => page.evaluate(() => document.querySelector(".card") !== null));
    return { page, shadow: null };
  },
  check: async (lab) => {
    const page = await lab.openExtensionPage("check/check.html");
    await until("the field", () => page.evaluate(() => document.querySelector("#try") !== null));
    await page.bringToFront();
    await page.focus("#try");
    await page.keyboard.type(SAYS.vermin);
    await until("the card", () => page.evaluate(() => document.querySelector(".card .quotes") !== null));
    return { page, shadow: null };
  },
  thread: (lab) => panelSurface(lab, "thread", ".row .post"),
  post: async (lab) => {
    const { page } = await panelSurface(lab, "thread", ".row .post");
    await page.evaluate(() => {
      const marked = document.querySelector(".row .post[data-level=caution], .row .post[data-level=warning]");
      /** @type {HTMLElement} */ (marked ?? document.querySelector(".row .post")).click();
    });
    await until("the post", () => page.evaluate(() => document.querySelector("dialog[open] .whole") !== null));
    return { page, shadow: null };
  },
  escalation: (lab) => panelSurface(lab, "escalation", ".step"),
  saved: async (lab) => {
    const { page } = await panelSurface(lab, "thread", ".row .post");
    await page.evaluate(() => {
      for (const box of [...document.querySelectorAll(".row .pick")].slice(0, 2)) /** @type {HTMLElement} */ (box).click();
    });
    await page.evaluate(() => /** @type {HTMLElement} */ (document.querySelector("#save-picked")).click());
    await page.evaluate(() => /** @type {HTMLElement} */ (document.querySelector("#tab-saved")).click());
    await until("the cards", () => page.evaluate(() => document.querySelectorAll(".card-line").length >= 2));
    return { page, shadow: null };
  },
  watch: (lab) => panelSurface(lab, "watch", ".crisis"),
  www: async (lab) => {
    serveWeb(lab);
    const page = await lab.open(WEB);
    await until("the report", () => page.evaluate(() => document.querySelector(".answer .card") !== null));
    return { page, shadow: null };
  },
};

/** @param {Lab} lab @param {Look} look @returns {Promise<Surface>} */
async function feedSurface(lab, look) {
  await setSettings(lab, /** @type {object} */ (SETTINGS()));
  const posts = [
    { id: "1", text: SAYS.violent, picture: true },
    { id: "2", text: SAYS.vermin },
    { id: "3", text: SAYS.calm },
    { id: "4", text: MARKED.blame.text },
  ];
  lab.server.give(HOME, feed({ posts, ...look }));
  const page = await lab.open(HOME);
  await page.bringToFront();
  await until("the labels", async () => (await labels(lab, page)).length === posts.length);
  const [shadow] = await labels(lab, page);
  return { page, shadow: shadow ?? null };
}

/** Labels in the markup of another site. @param {Lab} lab @param {string} site @returns {Promise<Surface>} */
async function siteSurface(lab, site) {
  await setSettings(lab, /** @type {object} */ (SETTINGS()));
  const markup = /** @type {import("./pages/build.js").Markup} */ ((await import(`./pages/${site}/markup.js`)).default);
  const [plain] = postsOf(markup);
  const posts = [SAYS.violent, SAYS.vermin, SAYS.calm].map((text, place) =>
    markup.post({ .../** @type {import("./pages/posts.js").TestPost} */ (plain), id: String(1000 + place), text }),
  );
  lab.server.give(markup.url, {
    body: pageOf(markup, markup.list(posts.join(""))),
    headers: { "content-security-policy": policyOf(markup) },
  });
  const page = await lab.open(markup.url);
  await page.bringToFront();
  await until("the labels", async () => (await labels(lab, page)).length === posts.length);
  const [shadow] = await labels(lab, page);
  return { page, shadow: shadow ?? null };
}

/** @param {Lab} lab @param {string} tab @param {string} selector that it is there by @returns {Promise<Surface>} */
async function panelSurface(lab, tab, selector) {
  await setSettings(lab, /** @type {object} */ (SETTINGS()));
  lab.server.give(THREAD, threadPage(POSTS));
  for (const old of await lab.driver.browser.pages()) if (old.url() === THREAD) await old.close();
  const thread = await lab.open(THREAD);
  const page = await openPanel(lab, THREAD);
  await thread.bringToFront(); // Beside a panel the page is in view, and browsers let hidden pages do little.
  await until("the whole thread", () =>
    page.evaluate((all) => document.querySelector(".number")?.textContent?.split(String(all)).length === 3, POSTS),
  );
  await page.bringToFront();
  await page.evaluate((id) => /** @type {HTMLElement} */ (document.querySelector(id)).click(), `#tab-${tab}`);
  await until(selector, () => page.evaluate((one) => document.querySelector(one) !== null, selector));
  return { page, shadow: null };
}

/** @param {import("./harness/shadow.js").Shadow} shadow */
function openAll(shadow) {
  return shadow.evaluate((root) => {
    for (const details of root.querySelectorAll("details")) details.open = true;
  });
}

/** The web page at an address of its own, with the words that the extension has. @param {Lab} lab */
function serveWeb(lab) {
  const types = {
    html: "text/html; charset=utf-8",
    js: "text/javascript",
    css: "text/css",
    json: "application/json",
    svg: "image/svg+xml",
  };
  const folder = new URL("../../target/dist/www/", import.meta.url);
  const file = (/** @type {string} */ name) => {
    const ending = /** @type {keyof typeof types} */ (name.split(".").pop());
    const type = name.endsWith(".wasm") ? "application/wasm" : (types[ending] ?? "application/octet-stream");
    // The test browsers ask for English; what is English in this lab may be another language.
    const own = name.startsWith("_locales/") ? new URL(name, `file://${lab.extension}/`) : new URL(name, folder);
    lab.server.give(WEB + (name === "index.html" ? "" : name), { body: readFileSync(fileURLToPath(own)), type });
  };
  const engine = ["firebreak.js", "firebreak_bg.wasm", "reader.js", "reader_bg.wasm", "gate.bin", "reader.bin"];
  const files = ["index.html", "main.js", "page.css", "view.css", "card.css", "icon.svg", "_locales/en/messages.json"];
  for (const name of [...files, ...engine.map((one) => `engine/${one}`)]) file(name);
}
