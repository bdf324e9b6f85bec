// What axe-core and a measure of contrast find on every surface, in both themes.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test, { after, before } from "node:test";
import { openLab } from "./harness/lab.js";
import { SURFACES } from "./surfaces.js";
import { messagesOf, withWords } from "./tools/words.js";

const AXE = readFileSync(new URL("../../node_modules/axe-core/axe.min.js", import.meta.url), "utf8");
/** WCAG 2.2, AA, for text of normal size. */
const LEAST_CONTRAST = 4.5;

/** @type {import("./harness/lab.js").Lab} */
let lab;
before(async () => {
  const browser = process.env.BROWSER ?? "chromium";
  lab = await openLab({ extension: withWords(browser, "access", messagesOf("en")) });
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
  assert.ok(found.length > 1, `${name}: too little text was seen`);
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

/**
 * What axe finds. Our shadow roots are closed, to axe too; here they are held from outside, and told to it as if they were open.
 * @param {import("puppeteer-core").Page} page @param {boolean} ours whether the whole page is ours, or only what stands in the roots
 * @returns {Promise<string[]>}
 */
async function axe(page, ours) {
  await page.evaluate(AXE); // As source: the policy of these pages lets nothing in them make code from text.
  for (const shadow of await lab.shadows(page)) {
    await shadow.evaluate((root) => void Object.defineProperty(root.host, "shadowRoot", { value: root, configurable: true }));
  }
  return page.evaluate(async (whole) => {
    const where = whole ? document : { include: [...document.querySelectorAll("[data-firebreak]")] };
    // @ts-expect-error: put there by its source
    const { violations, passes } = await window.axe.run(where, {
      // The element around a label keeps the page's own style away by its style attribute; a reader's own style sheet still wins over it.
      rules: { "color-contrast": { enabled: true }, "avoid-inline-spacing": { enabled: whole } },
    });
    if (passes.length < 3) return [`axe looked at next to nothing: ${passes.length} rules`];
    return violations.map(
      (/** @type {{ id: string, nodes: { html: string }[] }} */ { id, nodes }) =>
        `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(" | ")}`,
    );
  }, ours);
}

for (const dark of [false, true]) {
  const look = dark ? "dark" : "light";
  for (const [name, open] of Object.entries(SURFACES)) {
    test(`${name}, ${look}`, async (context) => {
      const { page, shadow } = await open(lab, { dark });
      if (!shadow) await theme(page, dark);
      const found = shadow
        ? await shadow.evaluate(/** @type {any} */ (contrasts))
        : await page.evaluate(contrasts, /** @type {any} */ (null));
      judge(`${name}, ${look}`, /** @type {any} */ (found), context);
      assert.deepEqual(await axe(page, shadow === null), []);
      await lab.closePage(page);
    });
  }
}
