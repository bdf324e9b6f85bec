// Every surface in words of no language, two fifths longer, in a column of 320 pixels: what is there in plain letters is no message and
// cannot be translated; what lacks its end or sticks out is cut.

import assert from "node:assert/strict";
import test, { after, before } from "node:test";
import { openLab } from "./harness/lab.js";
import { SURFACES } from "./surfaces.js";
import { faultsOf, pseudo } from "./tools/pseudo.js";
import { messagesOf, withWords } from "./tools/words.js";

/** What is no words of ours: posts, names, keys, numbers with a unit or a month, reasons of rules, and what a reader wrote. */
const DATA = [
  ...["[lang]:not(html)", "[dir=auto]", "span[dir=ltr]", ".fault", "bdi", "kbd", "q", "code", "blockquote", "mark", "a[target=_blank]"],
  ...[".time", ".ends", ".table th[scope=row]", "#storage td", "label:has(#language-en)", ".top h1", ".brand-name"],
].join(", ");
/** One line by design: the label's category stands whole in its card, a post's beginning in the post, and a row's details in its post. */
const ONE_LINE = ".label, .label .what, .excerpt, .said, .row .what, .row .reach";

/** @type {import("./harness/lab.js").Lab} */
let lab;
before(async () => {
  const browser = process.env.BROWSER ?? "chromium";
  lab = await openLab({ extension: withWords(browser, "pseudo", pseudo(messagesOf("en"))) });
});
after(() => lab.close());

test("the look finds what is no message, what is cut and what sticks out", async () => {
  const page = await lab.openExtensionPage("check/check.html");
  await page.evaluate(() => {
    document.body.replaceChildren();
    document.body.append(...[1, 2, 3].map(() => document.createElement("p")));
    const [plain, open, wide] = document.querySelectorAll("p");
    if (!plain || !open || !wide) return;
    plain.textContent = "Plain words";
    open.textContent = "⟦Ñó éñđ";
    wide.textContent = "⟦ķéýş⟧";
    Object.assign(wide.style, { position: "relative", left: `${innerWidth - 10}px` });
  });
  const faults = await page.evaluate(faultsOf, null, { data: "q", oneLine: "q" });
  for (const fault of [/^not a message, in p: Plain words/, /^cut in p: ⟦Ñó éñđ/, /^beyond the edge: p: ⟦ķéýş⟧/]) {
    assert.ok(
      faults.some((found) => fault.test(found)),
      String(fault),
    );
  }
  await lab.closePage(page);
});

for (const [name, open] of Object.entries(SURFACES)) {
  test(`${name}: nothing hard-coded, nothing cut at 320 pixels`, async () => {
    const { page, shadow } = await open(lab, { width: 320 });
    await page.setViewport({ width: 320, height: 800 });
    const exceptions = { data: DATA, oneLine: ONE_LINE };
    const faults = shadow
      ? await shadow.evaluate(/** @type {any} */ (faultsOf), exceptions)
      : await page.evaluate(faultsOf, null, exceptions);
    assert.deepEqual(faults, []);
    await lab.closePage(page);
  });
}
