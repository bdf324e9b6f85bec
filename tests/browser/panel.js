// The panel as the tests see it: a tab of its own about another tab. Functions given to evaluate run in it and see nothing of the tests.

import { until } from "./harness/lab.js";

/** @typedef {import("puppeteer-core").Page} Page */
/** @typedef {import("./harness/lab.js").Lab} Lab */
/** @typedef {{ name: string, text: string, manifest: string }} Exported */

/**
 * The panel about the tab at this address.
 * @param {Lab} lab @param {string} url @param {(panel: Page) => Promise<unknown>} [prepare] before the panel's page is asked for
 * @returns {Promise<Page>}
 */
export async function openPanel(lab, url, prepare) {
  const finder = await lab.openExtensionPage("popup/popup.html");
  const tab = await finder.evaluate(async (address) => (await chrome.tabs.query({})).find((one) => one.url === address)?.id, url);
  await finder.close();
  const panel = await lab.driver.browser.newPage();
  await prepare?.(panel);
  await lab.driver.goto(panel, `${await lab.driver.origin()}/panel/panel.html?tab=${tab}`);
  return panel;
}

/** Waits for words. @param {Page} panel @param {string} selector @param {string} words */
export async function says(panel, selector, words) {
  const text = () => panel.evaluate((one) => document.querySelector(one)?.textContent?.replace(/\s+/g, " ") ?? "", selector);
  try {
    await until(`${selector} to say: ${words}`, async () => (await text()).includes(words));
  } catch (error) {
    throw new Error(`${error instanceof Error ? error.message : error}; it says: ${await text()}`);
  }
}

/** @param {Page} panel @param {string} id of a select @param {string} value */
export function choose(panel, id, value) {
  return panel.evaluate(
    (one, wanted) => {
      const select = /** @type {HTMLSelectElement} */ (document.getElementById(one));
      select.value = wanted;
      select.dispatchEvent(new Event("change"));
    },
    id,
    value,
  );
}

/** What the posts of the rows say, in the order of the rows. @param {Page} panel @returns {Promise<string[]>} */
export function rows(panel) {
  return panel.evaluate(() => [...document.querySelectorAll(".row .said")].map((said) => said.lastChild?.textContent ?? ""));
}

/**
 * Exports all cards in one form and gives what the browser would save. The files are taken where the panel makes them, because
 * downloads differ between browsers and need a folder.
 * @param {Page} panel @param {string} bar @param {string} format @returns {Promise<Exported>}
 */
export async function exported(panel, bar, format) {
  await panel.evaluate(() => {
    window.taken = [];
    URL.createObjectURL = (blob) => {
      window.taken.push(/** @type {Blob} */ (blob));
      return "#";
    };
  });
  await choose(panel, `${bar}-format`, format);
  await panel.click(`#${bar}-run`);
  await until("the export to be done", () => panel.evaluate(() => window.taken.length === 2));
  const said = await panel.evaluate((id) => document.getElementById(id)?.textContent ?? "", `${bar}-said`);
  const [text = "", manifest = ""] = await panel.evaluate(() => Promise.all(window.taken.map((blob) => blob.text())));
  return { name: /firebreak-[\d-]+\.(?!manifest)\w+/.exec(said)?.[0] ?? "", text, manifest };
}
