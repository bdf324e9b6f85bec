// The card behind a label, as a person uses it: by mouse, by keyboard, by screen reader.

import assert from "node:assert/strict";
import test, { after, afterEach, before, beforeEach } from "node:test";
import { feed, SAYS } from "./feed.js";
import { openLab, until } from "./harness/lab.js";
import { cardIsOpen, coverage, openCard, pressUntilFocus } from "./page.js";

const HOME = "https://x.com/home";

/** @type {import("./harness/lab.js").Lab} */
let lab;
/** @type {import("puppeteer-core").Page} */
let page;
/** @type {import("./harness/shadow.js").Shadow} */
let shadow;

before(async () => {
  lab = await openLab();
});
after(() => lab.close());

/** @param {import("./feed.js").FeedOptions} [options] */
async function open(options) {
  lab.server.give(
    HOME,
    feed({
      posts: [
        { id: "1", text: SAYS.calm },
        { id: "2", text: SAYS.violent },
      ],
      ...options,
    }),
  );
  page = await lab.open(HOME);
  shadow = await until("the label", async () => (await lab.shadows(page))[0]);
}

beforeEach(() => open());
afterEach(() => page.close());

const focusLabel = () => shadow.evaluate((root) => /** @type {HTMLElement} */ (root.querySelector(".label")).focus());
const closed = () => until("the card to close", async () => !(await cardIsOpen(shadow)));
/** @param {string} selector */
const hasFocus = (selector) => shadow.evaluate((root, wanted) => root.activeElement?.matches(wanted) ?? false, selector);

test("Enter and Space open it with focus inside, Escape closes it and gives focus back to the label", async () => {
  for (const key of /** @type {const} */ (["Enter", " "])) {
    await focusLabel();
    await openCard(shadow, () => page.keyboard.press(key));
    await until("focus in the card", () => hasFocus(".card"));
    await page.keyboard.press("Escape");
    await closed();
    await until("focus on the label", () => hasFocus(".label"));
  }
});

test("a click opens it, a click on its cross or beside it closes it", async () => {
  await openCard(shadow, () => shadow.click(".label"));
  await shadow.click(".close");
  await closed();
  await openCard(shadow, () => shadow.click(".label"));
  await page.mouse.click(5, 5);
  await closed();
});

test("it says what, how sure, why, which words, who speaks, what would make it wrong, the sum, and what it rests on, in that order", async () => {
  await openCard(shadow, () => shadow.click(".label"));
  const order = await shadow.evaluate((root) =>
    [
      ...root.querySelectorAll(
        ".card .level, .card .confidence, .card .category, .card .reason, .card .quotes, .card dd, .card .sum, .card .limits, .card .versions",
      ),
    ].map((element) => element.className || element.tagName.toLowerCase()),
  );
  assert.deepEqual(order.slice(0, 8), ["level", "confidence", "category", "reason", "quotes", "dd", "dd", "sum"]);
  assert.deepEqual(order.slice(-2), ["limits", "versions"]);
  const text = await shadow.text();
  assert.match(text, /Calls for violence/);
  assert.match(text, /(kill|burn).* Who is speaking/i);
  assert.match(text, /Judged from the text alone; not checked for truth\./);
  assert.match(text, /Firebreak \d+\.\d+\.\d+ · rules [0-9a-f]{8}/);
});

test("the printed sum adds up", async () => {
  await openCard(shadow, () => shadow.click(".label"));
  const sums = await shadow.evaluate((root) =>
    [...root.querySelectorAll(".sum")].map((sum) => {
      const numbers = [...sum.querySelectorAll("td")].map((cell) => Number(cell.textContent?.replace("−", "-")));
      return { parts: numbers.slice(0, -1).reduce((one, other) => one + other, 0), total: numbers.at(-1) };
    }),
  );
  assert.ok(sums.length > 0);
  for (const { parts, total } of sums) assert.equal(parts, total);
});

test("label and card have the roles and names that a screen reader needs", async () => {
  await openCard(shadow, () => shadow.click(".label"));
  const roles = await shadow.evaluate((root) => ({
    note: root.querySelector("[role=note]")?.getAttribute("aria-label"),
    button: root.querySelector(".label")?.tagName,
    expanded: root.querySelector(".label")?.getAttribute("aria-expanded"),
    dialog: root.querySelector(".card")?.getAttribute("role"),
    live: root.querySelectorAll("[aria-live], [role=alert], [role=status]").length,
  }));
  assert.deepEqual(roles, { note: "Firebreak label", button: "BUTTON", expanded: "true", dialog: "dialog", live: 0 });
});

test("the label follows the background that the page has behind it, also when that changes", async () => {
  const theme = () => shadow.evaluate((root) => root.querySelector(".firebreak")?.getAttribute("data-theme"));
  assert.equal(await theme(), "light");
  await page.evaluate(() => {
    document.body.style.background = "rgb(21, 32, 43)";
  });
  await until("the dark look", async () => (await theme()) === "dark");
});

test("the card lies wholly in a narrow window, and is never wider than it", async () => {
  await page.setViewport({ width: 320, height: 500 });
  await openCard(shadow, () => shadow.click(".label"));
  const inside = await shadow.evaluate((root) => {
    const { left, right, top, bottom } = /** @type {Element} */ (root.querySelector(".card")).getBoundingClientRect();
    return left >= 0 && right <= innerWidth && top >= 0 && bottom <= innerHeight;
  });
  assert.ok(inside);
});

test("on a right-to-left page the label stands at the start of its line", async () => {
  await page.close();
  await open({ rtl: true });
  const gap = await shadow.evaluate((root) => {
    const label = /** @type {Element} */ (root.querySelector(".label")).getBoundingClientRect();
    return root.host.getBoundingClientRect().right - label.right;
  });
  assert.ok(Math.abs(gap) < 1, `${gap} px from the right edge`);
});

test("the popup lists the label and brings it into view, with the keyboard on it", async () => {
  await page.evaluate(() => {
    /** @type {HTMLElement} */ (document.querySelector("main")).style.paddingTop = "3000px";
  });
  const key = (await coverage(lab, HOME)).labels[0]?.key;
  assert.ok(key);
  const panel = await lab.openExtensionPage("popup/popup.html");
  await panel.evaluate(
    async ({ url, wanted }) => {
      const tab = (await chrome.tabs.query({})).find((one) => one.url === url);
      await chrome.tabs.sendMessage(tab?.id ?? -1, { name: "popup-to-page/show", key: wanted });
    },
    { url: HOME, wanted: key },
  );
  await panel.close();
  await page.bringToFront();
  await until("the label in view", () =>
    shadow.evaluate((root) => {
      const { top, bottom } = root.host.getBoundingClientRect();
      return top >= 0 && bottom <= innerHeight && root.activeElement?.matches(".label");
    }),
  );
});

test("the keyboard on a reason lights up its words in the post, and on nothing else no longer", async () => {
  await page.close();
  await open({ posts: [{ id: "2", text: `${SAYS.vermin} ${SAYS.violent}` }] });
  await shadow.evaluate((root) => /** @type {HTMLElement} */ (root.querySelector(".label")).focus());
  await openCard(shadow, () => page.keyboard.press("Enter"));
  const lit = () => page.evaluate(() => [.../** @type {Highlight} */ (CSS.highlights.get("mark-4"))].map(String).join(" "));
  assert.equal(await lit(), "");
  await pressUntilFocus(page, shadow, ".part:nth-of-type(1) .quote");
  const first = await until("lit words", lit);
  assert.ok(`${SAYS.vermin} ${SAYS.violent}`.includes(first.split(" ")[0] ?? "?"), first);
  await pressUntilFocus(page, shadow, ".part:nth-of-type(2) .quote");
  await until("the words of the next reason", async () => {
    const now = await lit();
    return now !== "" && now !== first;
  });
  await page.keyboard.press("Escape");
  await until("no lit words", async () => (await lit()) === "");
});

test("the pointer over a reason lights up its words too, and a press on a quotation brings them into view", async () => {
  await openCard(shadow, () => shadow.click(".label"));
  await shadow.click(".quote");
  const seen = await page.evaluate(() => {
    const [range] = /** @type {Highlight} */ (CSS.highlights.get("mark-4"));
    const box = /** @type {Range} */ (range)?.getBoundingClientRect();
    return box && box.top >= 0 && box.bottom <= innerHeight;
  });
  assert.equal(seen, true);
});
