// Everything that can be pressed, chosen or written in, on every surface, is reached by the Tab key and worked by a key there: it gets the
// very event that a mouse gives it. The event is caught before it does anything, so that one control cannot take away the next; what each
// does is for the tests of the surface, and that no code listens for a mouse alone is for tidy. What Tab leaves to the arrow keys (choices,
// tabs, rows) has its tests at the surface too.

import assert from "node:assert/strict";
import test, { after, before } from "node:test";
import { openLab, until } from "./harness/lab.js";
import { SURFACES } from "./surfaces.js";
import { messagesOf, withWords } from "./tools/words.js";

/** @typedef {{ waiting: Set<string>, idle: Set<string>, held: () => string }} Listening */

/** @type {import("./harness/lab.js").Lab} */
let lab;
before(async () => {
  const browser = process.env.BROWSER ?? "chromium";
  lab = await openLab({ extension: withWords(browser, "keyboard", messagesOf("en")) });
});
after(() => lab.close());

/** The key that works a control. @type {Record<string, string>} */
const KEYS = {
  a: "Enter",
  select: "ArrowDown",
  date: "ArrowUp",
  time: "ArrowUp",
  "datetime-local": "ArrowUp",
  range: "ArrowRight",
  radio: "ArrowDown",
  number: "1",
};
const WRITTEN = ["textarea", "text", "search", "url"];

/**
 * Lists what can be used under a root, and strikes off what gets the keyboard, and what a key works. Runs in a page.
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
  const idle = new Set(waiting);
  root.addEventListener("focusin", (event) => waiting.delete(nameOf(/** @type {Element} */ (event.target))), true);
  for (const type of ["click", "input", "change", "submit"])
    root.addEventListener(
      type,
      (event) => {
        const target = /** @type {HTMLInputElement} */ (event.target);
        // A choice is made by an arrow key, which chooses the one beside the chosen.
        const chosen = usable.find((one) => target.type === "radio" && one instanceof HTMLInputElement && one.name === target.name);
        if (event.isTrusted) idle.delete(nameOf(chosen ?? target));
        event.preventDefault();
        event.stopImmediatePropagation();
      },
      true,
    );
  /** What has the keyboard, where a key has not worked it yet. */
  const held = () => {
    const active = root.activeElement;
    if (!active || !idle.has(nameOf(active))) return "";
    return active instanceof HTMLInputElement ? active.type : active.localName;
  };
  Object.assign(window, { waiting, idle, held });
  const { size } = waiting;
  // From where Tab comes into it; beyond the end of a page, some browsers' Tab goes where no test can follow.
  if (root instanceof ShadowRoot) /** @type {HTMLElement | undefined} */ (usable[0])?.focus();
  const active = root.activeElement;
  if (active) waiting.delete(nameOf(active));
  return size;
}

for (const [name, open] of Object.entries(SURFACES)) {
  test(`${name}: Tab comes to everything, and a key works it`, async (context) => {
    const { page, shadow } = await open(lab, {});
    await page.bringToFront();
    await until("the keyboard's page in front", () => page.evaluate(() => document.hasFocus()));
    const all = shadow ? await shadow.evaluate(/** @type {any} */ (listen)) : await page.evaluate(listen, null);
    const state = () =>
      page.evaluate(() => {
        const { waiting, idle, held } = /** @type {Listening} */ (/** @type {unknown} */ (window));
        return { waiting: [...waiting], idle: [...idle], held: held() };
      });
    for (let presses = 0; presses < 2 * Number(all) + 60; presses += 1) {
      const { idle, held } = await state();
      if (idle.length === 0) break;
      if (held) await page.keyboard.press(/** @type {any} */ (KEYS[held] ?? (WRITTEN.includes(held) ? "x" : " ")));
      await page.keyboard.press("Tab");
    }
    const { waiting, idle } = await state();
    assert.deepEqual({ waiting, idle }, { waiting: [], idle: [] });
    context.diagnostic(`${name}: ${all} things to press, choose or write in`);
    await lab.closePage(page);
  });
}
