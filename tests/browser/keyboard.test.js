// Everything that can be pressed, chosen or written in, on every surface, is reached by the Tab key alone. What each does then is for the
// tests of the surface; what Tab leaves to the arrow keys (choices, tabs, rows) has its tests there too.

import assert from "node:assert/strict";
import test, { after, before } from "node:test";
import { openLab, until } from "./harness/lab.js";
import { SURFACES } from "./surfaces.js";
import { messagesOf, withWords } from "./tools/words.js";

/** @type {import("./harness/lab.js").Lab} */
let lab;
before(async () => {
  const browser = process.env.BROWSER ?? "chromium";
  lab = await openLab({ extension: withWords(browser, "keyboard", messagesOf("en")) });
});
after(() => lab.close());

/**
 * Lists what can be used under a root and strikes off what gets the keyboard. Runs in a page.
 * @param {Document | ShadowRoot | null} given null: of the page
 */
function listen(given) {
  const root = given ?? document;
  /** By what it is, not by its node: the popup draws itself anew. @param {Element} element */
  const nameOf = (element) => `${element.localName} ${element.id || element.className} ${(element.textContent ?? "").trim().slice(0, 40)}`;
  const usable = [...root.querySelectorAll("a[href], button, input, select, textarea, summary")].filter((element) => {
    if (!(element instanceof HTMLElement) || !element.checkVisibility() || element.matches(":disabled") || element.tabIndex < 0)
      return false;
    // Of a choice, Tab comes to the one that is chosen.
    return !(element instanceof HTMLInputElement && element.type === "radio") || element.checked;
  });
  const dialog = root.querySelector("dialog[open]");
  const waiting = new Set(usable.filter((element) => !dialog || dialog.contains(element)).map(nameOf));
  root.addEventListener("focusin", (event) => waiting.delete(nameOf(/** @type {Element} */ (event.target))), true);
  Object.assign(window, { waiting });
  const { size } = waiting;
  // From where Tab comes into it; beyond the end of a page, some browsers' Tab goes where no test can follow.
  if (root instanceof ShadowRoot) /** @type {HTMLElement | undefined} */ (usable[0])?.focus();
  const active = root.activeElement;
  if (active) waiting.delete(nameOf(active));
  return size;
}

for (const [name, open] of Object.entries(SURFACES)) {
  test(`${name}: Tab comes to everything`, async (context) => {
    const { page, shadow } = await open(lab, {});
    await page.bringToFront();
    await until("the keyboard's page in front", () => page.evaluate(() => document.hasFocus()));
    const all = shadow ? await shadow.evaluate(/** @type {any} */ (listen)) : await page.evaluate(listen, null);
    const waiting = () => page.evaluate(() => [.../** @type {{ waiting: Set<string> }} */ (/** @type {unknown} */ (window)).waiting]);
    for (let presses = 0; presses < 2 * Number(all) + 60 && (await waiting()).length > 0; presses += 1) await page.keyboard.press("Tab");
    assert.deepEqual(await waiting(), []);
    context.diagnostic(`${name}: ${all} things to press, choose or write in`);
    await lab.closePage(page);
  });
}
