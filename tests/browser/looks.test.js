// The three looks of a label, told apart without colour; and what a card adds where somebody is blamed: searches whether it is so, which
// ask nobody before they are pressed.

import assert from "node:assert/strict";
import test, { after, before } from "node:test";
import { feed, SAYS } from "./feed.js";
import { openLab, until } from "./harness/lab.js";
import { labels, openCard, setSettings } from "./page.js";
import { MARKED } from "./thread-page.js";

const HOME = "https://x.com/home";
const WATCHED = [
  { term: "herons", level: "note" },
  { term: "ferryboat", level: "caution" },
];

/** @type {import("./harness/lab.js").Lab} */
let lab;
/** @type {import("puppeteer-core").Page} */
let page;
/** @type {import("./harness/shadow.js").Shadow[]} */
let all;

before(async () => {
  lab = await openLab();
  await setSettings(lab, /** @type {object} */ ({ version: 3, watchTerms: WATCHED }));
  const texts = [SAYS.calm, "The ferryboat leaves at nine.", SAYS.vermin, MARKED.blame.text];
  lab.server.give(HOME, feed({ posts: texts.map((text, place) => ({ id: String(place), text })) }));
  page = await lab.open(HOME);
  all = await until("the labels", async () => {
    const found = await labels(lab, page);
    return found.length === texts.length ? found : null;
  });
});
after(() => lab.close());

test("note, caution and warning differ by icon, by word and by border", async () => {
  const looks = await Promise.all(
    all.slice(0, 3).map((shadow) =>
      shadow.evaluate((root) => {
        const label = /** @type {HTMLElement} */ (root.querySelector(".label"));
        const { borderInlineStartWidth: width, borderInlineStartStyle: style } = getComputedStyle(label);
        const icon = label.querySelector(".icon path")?.getAttribute("d") ?? "";
        return { icon, word: label.querySelector(".level")?.textContent ?? "", border: `${width} ${style}` };
      }),
    ),
  );
  assert.deepEqual(
    looks.map(({ word }) => word),
    ["Note", "Caution", "Warning"],
  );
  for (const part of /** @type {const} */ (["icon", "border"])) assert.equal(new Set(looks.map((look) => look[part])).size, 3, part);
});

test("a card that blames has links to fact-checks with the words of the post, and asks nobody before they are pressed", async () => {
  const [, , vermin, blame] = all;
  assert.ok(vermin && blame);
  await openCard(blame, () => blame.click(".label"));
  const links = await blame.evaluate((root) =>
    [...root.querySelectorAll(".links a")].map((link) => ({
      href: link.getAttribute("href") ?? "",
      rel: link.getAttribute("rel"),
      opens: link.getAttribute("target"),
    })),
  );
  assert.ok(links.length > 0);
  for (const { href, rel, opens } of links) {
    assert.match(href, /^https:\/\/.*migrant%20from%20the%20hotel/);
    assert.deepEqual([rel, opens], ["noopener noreferrer", "_blank"]);
  }
  await page.keyboard.press("Escape");
  await openCard(vermin, () => vermin.click(".label"));
  assert.equal(await vermin.evaluate((root) => root.querySelector(".links")), null);
  assert.deepEqual(lab.server.unexpected(), []);
});

test("a link of a card opens in a tab of its own when it is pressed, and sends nothing but its address", async () => {
  const blame = /** @type {import("./harness/shadow.js").Shadow} */ (all[3]);
  await page.bringToFront();
  await page.keyboard.press("Escape"); // The card of the test before may lie over the label.
  await openCard(blame, () => blame.click(".label"));
  // Not the first: Chromium knows which certificates are Google's, and the test's server has others.
  const address = await blame.evaluate((root) => root.querySelector(".links a[href*=fullfact]")?.getAttribute("href") ?? "");
  lab.server.give(address, { body: "<title>A search</title>" });
  const asked = () => lab.server.requests.filter(({ url }) => url === new URL(address).href);
  assert.deepEqual(asked(), []);
  await blame.evaluate((root) => /** @type {HTMLElement} */ (root.querySelector(".links a[href*=fullfact]")).focus());
  await page.keyboard.press("Enter");
  const [request] = await until("the search", () => (asked().length > 0 ? asked() : null));
  assert.deepEqual([request?.method, request?.referer], ["GET", null]);
  const tab = await until("its tab", async () => (await lab.driver.browser.pages()).find((one) => one.url() === new URL(address).href));
  await tab.close();
  assert.equal(page.url(), HOME);
});
