// A page that works against the label: it may hide it, for a page can always do that, but it cannot read it, open it, fake a click on
// it, make it say something else, or keep the browser busy.

import assert from "node:assert/strict";
import test, { after, afterEach, before, beforeEach } from "node:test";
import { feed, SAYS } from "./feed.js";
import { openLab, until } from "./harness/lab.js";
import { cardIsOpen, coverage, labelledPosts, openCard } from "./page.js";

const HOME = "https://x.com/home";
const MARKUP = `${SAYS.violent} <img src=x onerror="document.title='owned'"><b>bold</b> &lt;i&gt;`;

/** @type {import("./harness/lab.js").Lab} */
let lab;
/** @type {import("puppeteer-core").Page} */
let page;
/** @type {import("./harness/shadow.js").Shadow} */
let shadow;

before(async () => {
  lab = await openLab();
  lab.server.give(
    HOME,
    feed({
      posts: [
        { id: "1", text: SAYS.calm },
        { id: "2", text: MARKUP },
      ],
    }),
  );
});
after(() => lab.close());

beforeEach(async () => {
  page = await lab.open(HOME);
  shadow = await until("the label", async () => (await lab.shadows(page))[0]);
});
afterEach(() => page.close());

test("the page can neither read the label nor press it", async () => {
  const seen = await page.evaluate(() => {
    const host = /** @type {HTMLElement} */ (document.querySelector("[data-firebreak]"));
    for (const type of ["pointerdown", "mousedown", "mouseup", "click"])
      host.dispatchEvent(new MouseEvent(type, { bubbles: true, composed: true }));
    host.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", bubbles: true, composed: true }));
    host.click();
    host.focus();
    return { root: host.shadowRoot, text: host.textContent, inner: host.innerHTML, focused: document.activeElement === host };
  });
  assert.deepEqual(seen, { root: null, text: "", inner: "", focused: false });
  assert.equal(await cardIsOpen(shadow), false);
});

test("a click on the label is not a click on the post", async () => {
  await page.evaluate(() => {
    const heard = /** @type {string[]} */ ([]);
    Object.assign(window, { heard });
    for (const type of ["click", "mousedown", "pointerup", "keydown", "keyup"]) {
      document.querySelector("article")?.parentElement?.parentElement?.addEventListener(type, () => heard.push(type));
    }
  });
  await openCard(shadow, () => shadow.click(".label"));
  await page.keyboard.press("Tab");
  assert.deepEqual(await page.evaluate(() => /** @type {any} */ (window).heard), []);
});

test("text that looks like markup is text in the card, and runs nothing", async () => {
  await openCard(shadow, () => shadow.click(".label"));
  const found = await shadow.evaluate((root) => ({ images: root.querySelectorAll("img, b, script").length, title: document.title }));
  assert.deepEqual(found, { images: 0, title: "Home / X" });
});

test("styles of the page do not reach the label", async () => {
  const look = () =>
    shadow.evaluate((root) => {
      const { color, fontSize, fontFamily, textTransform, letterSpacing } = getComputedStyle(
        /** @type {Element} */ (root.querySelector(".what")),
      );
      const host = getComputedStyle(root.host);
      return {
        color,
        fontSize,
        fontFamily,
        textTransform,
        letterSpacing,
        display: host.display,
        opacity: host.opacity,
        transform: host.transform,
      };
    });
  const before = await look();
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`
      * { color: lime !important; font: 60px fantasy !important; text-transform: uppercase !important; letter-spacing: 9px !important; }
      div[data-firebreak], div[data-firebreak]:hover { display: none !important; opacity: 0 !important; transform: scale(0) !important; }
      :root { --ink: lime; --tone: lime; --paper: lime; }
      :host, .firebreak, .label { display: none !important; }`);
    document.adoptedStyleSheets = [sheet];
  });
  assert.deepEqual(await look(), before);
});

test("attributes the page sets on our element are taken off again", async () => {
  await page.evaluate(() => {
    const host = /** @type {HTMLElement} */ (document.querySelector("[data-firebreak]"));
    host.style.setProperty("display", "none", "important");
    host.hidden = true;
    host.inert = true;
    host.setAttribute("aria-hidden", "true");
    host.append("This post is fine");
  });
  await until("the element to be as it was", () =>
    page.evaluate(() => {
      const host = /** @type {HTMLElement} */ (document.querySelector("[data-firebreak]"));
      return (
        getComputedStyle(host).display === "block" && !host.inert && !host.hidden && host.attributes.length === 2 && host.textContent === ""
      );
    }),
  );
});

test("a label that is removed or moved comes back, until the page has shown that it will not have it", async () => {
  await page.evaluate(() => document.querySelector("[data-firebreak]")?.remove());
  await until("the label to be back", async () => (await labelledPosts(page)).length === 1);
  await page.evaluate(() => document.querySelector("#post-1")?.append(/** @type {Node} */ (document.querySelector("[data-firebreak]"))));
  await until("the label to be beside its own post", async () => (await labelledPosts(page))[0] === "post-2");

  const removed = await page.evaluate(
    () =>
      new Promise((done) => {
        let times = 0;
        new MutationObserver(() => {
          const host = document.querySelector("[data-firebreak]");
          if (!host) return;
          times += 1;
          host.remove();
        }).observe(document, { childList: true, subtree: true });
        document.querySelector("[data-firebreak]")?.remove();
        const settled = (/** @type {number} */ before) => {
          if (before === times && times > 0) done(times);
          else requestIdleCallback(() => settled(times), { timeout: 300 });
        };
        settled(-1);
      }),
  );
  assert.ok(Number(removed) <= 10, `put back ${removed} times`);
  assert.equal((await coverage(lab, HOME)).labels.length, 1, "the popup still tells of it");
});

test("an element that pretends to be a label is not counted as one", async () => {
  await page.evaluate(() => {
    const fake = document.createElement("div");
    fake.setAttribute("data-firebreak", "");
    fake.textContent = "Warning: calls for violence";
    document.querySelector("#post-1")?.append(fake);
  });
  const { labels } = await coverage(lab, HOME);
  assert.deepEqual(
    labels.map(({ key }) => key.includes("2")),
    [true],
  );
});
