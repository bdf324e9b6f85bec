// What the tests look at and do in a page. Functions given to evaluate run in the page and see nothing of the tests.

import { until } from "./harness/lab.js";

/** @typedef {import("puppeteer-core").Page} Page */
/** @typedef {import("./harness/lab.js").Lab} Lab */

/** Ids of the posts that have a label, in the order of the page. @param {Page} page @returns {Promise<string[]>} */
export function labelledPosts(page) {
  return page.evaluate(() =>
    [...document.querySelectorAll("[data-firebreak]")].map((host) => host.closest("article")?.id ?? "outside any post"),
  );
}

/** @param {Page} page @param {string} id */
export function labelOf(page, id) {
  return page.evaluate((post) => document.querySelectorAll(`#post-${post} [data-firebreak]`).length === 1, id);
}

/** @param {Page} page @returns {Promise<string[]>} */
export function paintedWords(page) {
  return page.evaluate(() => [...CSS.highlights.values()].flatMap((highlight) => [...highlight].map(String)));
}

/** @param {Page} page */
export function treeWithoutLabels(page) {
  return page.evaluate(() => {
    const copy = /** @type {Element} */ (document.documentElement.cloneNode(true));
    for (const host of copy.querySelectorAll("[data-firebreak]")) host.remove();
    return copy.outerHTML;
  });
}

/** Adds posts at the end, past the page's own Trusted Types. @param {Page} page @param {string[]} posts */
export function addPosts(page, posts) {
  return page.evaluate((markup) => {
    const main = document.querySelector("main");
    for (const one of markup) {
      /** @param {string} html */
      const parse = (html) => {
        const made = document.implementation.createHTMLDocument("");
        const open = html.matchAll(/<(\/?)(\w+)((?:\s[\w-]+="[^"]*")*)>|([^<]+)/g);
        let at = /** @type {Element} */ (made.body);
        for (const [, end, tag, attributes, text] of open) {
          if (text !== undefined)
            at.append(
              text
                .replace(/&lt;/g, "<")
                .replace(/&gt;/g, ">")
                .replace(/&quot;/g, '"')
                .replace(/&amp;/g, "&"),
            );
          else if (end) at = /** @type {Element} */ (at.parentElement);
          else {
            const next = made.createElement(/** @type {string} */ (tag));
            for (const [, name, value] of (attributes ?? "").matchAll(/([\w-]+)="([^"]*)"/g))
              next.setAttribute(/** @type {string} */ (name), value ?? "");
            at.append(next);
            at = next;
          }
        }
        return made.body.firstElementChild;
      };
      const post = parse(one);
      if (post) main?.append(post);
    }
  }, posts);
}

/**
 * Runs a function in a page of the extension, where `chrome` is at hand.
 * @template T
 * @param {Lab} lab @param {(...args: any[]) => Promise<T>} look @param {unknown[]} args
 * @returns {Promise<T>}
 */
export async function inExtension(lab, look, ...args) {
  const page = await lab.openExtensionPage("popup/popup.html");
  try {
    return /** @type {T} */ (await page.evaluate(/** @type {(...args: unknown[]) => unknown} */ (look), ...args));
  } finally {
    await page.close();
  }
}

/** What the popup would say about the tab at this address. @param {Lab} lab @param {string} url @returns {Promise<import("../../extension/content/tally.js").Coverage>} */
export function coverage(lab, url) {
  return inExtension(
    lab,
    async (address) => {
      const tabs = await chrome.tabs.query({});
      const tab = tabs.find((one) => one.url === address);
      return (await chrome.tabs.sendMessage(tab?.id ?? -1, { name: "popup-to-page/coverage" })).value;
    },
    url,
  );
}

/** @param {Lab} lab @param {Partial<import("../../extension/shared/settings.js").Settings>} settings */
export function setSettings(lab, settings) {
  return inExtension(lab, (next) => chrome.storage.local.set({ settings: next }), /** @type {object} */ (settings));
}

/** Opens the label of a post by keyboard or mouse and waits for its card. @param {import("./harness/shadow.js").Shadow} shadow @param {() => Promise<unknown>} press */
export async function openCard(shadow, press) {
  await press();
  await until("the card to open", () => cardIsOpen(shadow));
}

/** @param {import("./harness/shadow.js").Shadow} shadow */
export function cardIsOpen(shadow) {
  return shadow.evaluate((root) => root.querySelector(".over")?.matches(":popover-open") ?? false);
}

/** Our shadow roots that hold a label, in the order of the page. @param {Lab} lab @param {Page} page */
export async function labels(lab, page) {
  const shadows = await lab.shadows(page);
  const ours = await Promise.all(shadows.map((shadow) => shadow.evaluate((root) => root.querySelector(".firebreak .label") !== null)));
  return shadows.filter((_, place) => ours[place]);
}

/** What is stored of the reader's choices. @param {Lab} lab */
export function storedSettings(lab) {
  return inExtension(lab, async () => /** @type {Record<string, unknown>} */ ((await chrome.storage.local.get("settings")).settings));
}

/** Moves on by Tab, as a reader without a mouse does, until an element of the shadow root has the keyboard. @param {Page} page @param {import("./harness/shadow.js").Shadow} shadow @param {string} selector */
export async function pressUntilFocus(page, shadow, selector) {
  for (let presses = 0; presses < 40; presses += 1) {
    await page.keyboard.press("Tab");
    if (await shadow.evaluate((root, wanted) => root.activeElement?.matches(wanted) ?? false, selector)) return;
  }
  throw new Error(`Tab never came to ${selector}`);
}
