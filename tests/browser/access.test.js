// What axe-core and a measure of contrast find on every surface, in both themes.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test, { after, before } from "node:test";
import { feed, SAYS } from "./feed.js";
import { openLab, until } from "./harness/lab.js";
import { labels, openCard, setSettings } from "./page.js";

const HOME = "https://x.com/home";
const AXE = readFileSync(new URL("../../node_modules/axe-core/axe.min.js", import.meta.url), "utf8");
/** WCAG 2.2, AA, for text of normal size. */
const LEAST_CONTRAST = 4.5;

/** @type {import("./harness/lab.js").Lab} */
let lab;
before(async () => {
  lab = await openLab();
});
after(() => lab.close());

/** Contrast of every piece of text under a root against the nearest opaque background. @param {Document | ShadowRoot} root */
function contrasts(root) {
  // In a page there is no root to be given.
  root ??= document;
  /** @param {string} colour */
  const channels = (colour) => {
    const canvas = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true });
    if (!canvas) throw new Error("no canvas");
    canvas.fillStyle = colour;
    canvas.fillRect(0, 0, 1, 1);
    return [...canvas.getImageData(0, 0, 1, 1).data];
  };
  /** @param {number[]} colour */
  const light = ([red = 0, green = 0, blue = 0]) => {
    const [r, g, b] = [red, green, blue].map((one) => (one / 255 <= 0.03928 ? one / 255 / 12.92 : ((one / 255 + 0.055) / 1.055) ** 2.4));
    return 0.2126 * /** @type {number} */ (r) + 0.7152 * /** @type {number} */ (g) + 0.0722 * /** @type {number} */ (b);
  };
  /** @param {Element} element @returns {number[]} */
  const behind = (element) => {
    for (let at = /** @type {Node | null} */ (element); at; at = at.parentNode ?? (at instanceof ShadowRoot ? at.host : null)) {
      if (!(at instanceof Element)) continue;
      const colour = channels(getComputedStyle(at).backgroundColor);
      if ((colour[3] ?? 0) > 250) return colour;
    }
    return [255, 255, 255, 255];
  };
  const found = [];
  const walker = document.createTreeWalker(root instanceof Document ? root.body : root, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement;
    const words = (node.textContent ?? "").trim();
    if (!element || words === "" || !element.checkVisibility() || element.closest(":disabled, style")) continue;
    const [one, other] = [light(channels(getComputedStyle(element).color)), light(behind(element))].sort((a, b) => b - a);
    found.push({ words: words.slice(0, 40), ratio: /** @type {number} */ (one + 0.05) / /** @type {number} */ (other + 0.05) });
  }
  return found;
}

/** @param {string} name @param {{ words: string, ratio: number }[]} found @param {import("node:test").TestContext} context */
function judge(name, found, context) {
  assert.ok(found.length > 3, `${name}: too little text was seen`);
  const worst = found.reduce((least, one) => (one.ratio < least.ratio ? one : least));
  context.diagnostic(`${name}: ${found.length} pieces of text, the least contrast ${worst.ratio.toFixed(2)} : 1 (“${worst.words}”)`);
  assert.ok(worst.ratio >= LEAST_CONTRAST, `${name}: ${worst.ratio.toFixed(2)} for “${worst.words}”`);
}

/** @param {import("puppeteer-core").Page} page @param {boolean} dark */
async function theme(page, dark) {
  // Firefox cannot be told a colour scheme from outside; the pages follow this attribute, which their script sets by the scheme.
  if (lab.name === "chromium") await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: dark ? "dark" : "light" }]);
  await page.evaluate((next) => void (document.body.dataset.theme = next), dark ? "dark" : "light");
}

/** @param {import("puppeteer-core").Page} page @returns {Promise<string[]>} */
async function axe(page) {
  await page.evaluate(AXE); // As source: the policy of these pages lets nothing in them make code from text.
  return page.evaluate(async () => {
    // @ts-expect-error: put there by its source
    const { violations } = await window.axe.run(document, { rules: { "color-contrast": { enabled: true } } });
    return violations.map(
      (/** @type {{ id: string, nodes: { html: string }[] }} */ { id, nodes }) =>
        `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(" | ")}`,
    );
  });
}

for (const dark of [false, true]) {
  const name = dark ? "dark" : "light";
  test(`label, card, report and cover, ${name}`, async (context) => {
    await setSettings(lab, /** @type {object} */ ({ categories: { "call-to-violence": "cover" } }));
    lab.server.give(HOME, feed({ posts: [{ id: "1", text: SAYS.violent }], dark }));
    const page = await lab.open(HOME);
    const [shadow] = await until("the label", async () => {
      const found = await labels(lab, page);
      return found.length > 0 ? found : null;
    });
    assert.ok(shadow);
    await openCard(shadow, () => shadow.click(".label"));
    await shadow.evaluate((root) => {
      for (const details of root.querySelectorAll("details")) details.open = true;
    });
    judge(`label and card, ${name}`, /** @type {any} */ (await shadow.evaluate(/** @type {any} */ (contrasts))), context);
    await page.close();
    await setSettings(lab, {});
  });

  test(`the popup over a page with labels, ${name}`, async (context) => {
    lab.server.give(HOME, feed({ posts: [{ id: "1", text: SAYS.violent }] }));
    const page = await lab.open(HOME);
    await until("the label", async () => (await labels(lab, page)).length > 0);
    const popup = await lab.openPopup(page);
    if (lab.name === "firefox") await page.bringToFront();
    await until("its list", () => popup.evaluate(() => document.querySelector(".list") !== null));
    await popup.evaluate(() => document.querySelector("details")?.setAttribute("open", ""));
    await theme(popup, dark);
    judge(`popup with labels, ${name}`, await popup.evaluate(contrasts, /** @type {any} */ (null)), context);
    assert.deepEqual(await axe(popup), []);
    await popup.close();
    await page.close();
  });

  for (const path of ["popup/popup.html", "onboarding/onboarding.html", "check/check.html"]) {
    test(`${path}, ${name}`, async (context) => {
      const page = await lab.openExtensionPage(path);
      await until("its words", () => page.evaluate(() => document.body.innerText.trim().length > 20));
      if (path.startsWith("onboarding")) await until("the card", () => page.evaluate(() => document.querySelector(".card") !== null));
      if (path.startsWith("check")) {
        await page.focus("#try");
        await page.keyboard.type(SAYS.vermin);
        await until("the card", () => page.evaluate(() => document.querySelector(".card") !== null));
      }
      await theme(page, dark);
      judge(`${path}, ${name}`, await page.evaluate(contrasts, /** @type {any} */ (null)), context);
      assert.deepEqual(await axe(page), []);
      await page.close();
    });
  }
}
