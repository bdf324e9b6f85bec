// The journalist's whole path: a thread of 300 posts in the panel, filtered, its escalation, three posts kept as evidence, exported in
// every form, checked, and one byte altered. In a tab of its own, because no remote protocol reaches a side panel; it is the same page.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test, { after, before } from "node:test";
import { openLab, until } from "./harness/lab.js";
import { addPosts, labelledPosts, openCard } from "./page.js";
import { choose, exported, openPanel, rows, says } from "./panel.js";
import { MARKED, THREAD, threadPage, threadPost } from "./thread-page.js";
import { verify } from "./verify.js";

const POSTS = 300;
const AXE = readFileSync(new URL("../../node_modules/axe-core/axe.min.js", import.meta.url), "utf8");

/** @type {import("./harness/lab.js").Lab} */
let lab;
/** @type {import("puppeteer-core").Page} */
let page;
/** @type {import("puppeteer-core").Page} */
let panel;
/** @type {import("./panel.js").Exported} */
let file;

before(async () => {
  lab = await openLab();
  lab.server.give(THREAD, threadPage(POSTS));
  page = await lab.open(THREAD);
  panel = await openPanel(lab, THREAD);
  await page.bringToFront(); // Beside a panel the page is in view, and browsers let hidden pages do little.
});
after(() => lab.close());

test("every post of the page is listed, also those never in view, and what is missing is said", async () => {
  await says(panel, ".number", `${POSTS} of ${POSTS} posts`);
  await says(panel, ".summary", `Read ${POSTS} posts here, 3 labelled`);
  await says(panel, ".summary", "101 replies that the page counts are folded or not loaded");
  await until("the chart", () => panel.evaluate(() => document.querySelectorAll(".chart .bar-part").length > 3));
  await panel.bringToFront();
});

test("only the rows in view exist, in their order, and the keyboard walks them", async () => {
  const places = await panel.evaluate(() => [...document.querySelectorAll(".row")].map((row) => row.getAttribute("aria-posinset")));
  assert.ok(places.length > 3 && places.length < 60, `${places.length} rows`);
  assert.deepEqual(
    places,
    places.map((_, place) => String(place + 1)),
  );
  await panel.focus(".row .post");
  await panel.keyboard.press("End");
  const focused = () => panel.evaluate(() => document.activeElement?.closest(".row")?.getAttribute("aria-posinset"));
  await until("the last row", async () => (await focused()) === String(POSTS));
  await panel.keyboard.press("ArrowUp");
  await until("the one before", async () => (await focused()) === String(POSTS - 1));
  await panel.keyboard.press("Home");
  await until("the first row", async () => (await focused()) === "1");
});

test("the filter and the order do what they say", async () => {
  await choose(panel, "level", "warning");
  await says(panel, ".number", `3 of ${POSTS} posts`);
  await choose(panel, "category", "mobilising");
  assert.deepEqual(await rows(panel), [MARKED.muster.text]);
  await choose(panel, "category", "");
  await choose(panel, "level", "none");
  await panel.type("#search", "cafe zoe");
  await panel.keyboard.press("Enter");
  await says(panel, ".number", `60 of ${POSTS} posts`);
  await panel.evaluate(() => {
    const search = /** @type {HTMLInputElement} */ (document.querySelector("#search"));
    search.value = "";
    search.dispatchEvent(new Event("input"));
  });
  await choose(panel, "order", "reach");
  assert.equal((await rows(panel))[0], MARKED.muster.text);
  await choose(panel, "order", "level");
  assert.deepEqual(new Set((await rows(panel)).slice(0, 3)), new Set([MARKED.blame.text, MARKED.muster.text, MARKED.violent.text]));
});

test("the escalation: blame, then place, time and call, each with its sentence and the level it has in this company", async () => {
  await panel.click("#tab-escalation");
  const steps = () =>
    panel.evaluate(() =>
      [...document.querySelectorAll(".step")].map((step) => [
        step.getAttribute("data-level"),
        [...step.querySelectorAll(".added")].map((part) => part.textContent).join(" "),
        step.querySelector("blockquote")?.textContent ?? "",
      ]),
    );
  await until("three steps", async () => (await steps()).length === 3);
  const [blame, muster, violent] = await steps();
  assert.deepEqual(blame?.slice(0, 2), ["warning", "Blame"]);
  assert.ok(MARKED.blame.text.startsWith(String(blame?.[2])), String(blame?.[2]));
  assert.deepEqual(muster?.slice(0, 2), ["warning", "Place Time Call"]);
  assert.deepEqual(violent?.slice(0, 2), ["warning", ""]);
  await panel.click("#tab-thread");
});

test("from a row to its post on the page, and back to where the reader was", async () => {
  const at = () => page.evaluate(() => scrollY);
  assert.equal(await at(), 0);
  await panel.evaluate((text) => {
    const row = [...document.querySelectorAll(".row")].find((one) => one.textContent?.includes(text));
    /** @type {HTMLElement} */ (row?.querySelector(".jump")).click();
  }, MARKED.violent.text);
  await until("the page to be scrolled", async () => (await at()) > 1000);
  await until("its post in view", () =>
    page.evaluate((id) => {
      const { top, bottom } = /** @type {Element} */ (document.querySelector(id)).getBoundingClientRect();
      return top >= 0 && bottom <= innerHeight;
    }, `#post-${MARKED.violent.place}`),
  );
  await panel.click("#back");
  await until("the page to be back", async () => (await at()) === 0);
});

test("three picked posts are saved, listed, and stand in the log; one more comes from the label's own card", async () => {
  await panel.evaluate(() =>
    [...document.querySelectorAll(".row .pick")].slice(0, 3).forEach((box) => /** @type {HTMLElement} */ (box).click()),
  );
  await panel.click("#save-picked");
  await says(panel, ".said-bar", "3 cards saved");
  await page.bringToFront();
  await page.evaluate((id) => document.querySelector(id)?.scrollIntoView(), `#post-${MARKED.violent.place}`);
  await until("its label", async () => (await labelledPosts(page)).includes(`post-${MARKED.violent.place}`));
  const shadow = await until("its label's root", async () => {
    for (const one of await lab.shadows(page)) {
      if ((await one.textAround("article"))?.includes(MARKED.violent.text)) return one;
    }
    return null;
  });
  await openCard(shadow, () => shadow.click(".label"));
  await shadow.click(".keep");
  await until("the card to say so", async () => /Saved on this device/.test(await shadow.text()));
  await panel.bringToFront();
  await panel.click("#tab-saved");
  await says(panel, "#storage", "4 cards, ");
  await says(panel, ".log", "Each entry holds the hash of the one before, and all fit.");
  assert.equal(await panel.evaluate(() => document.querySelectorAll(".log li").length), 4);
});

test("a card is deleted only when the reader says so twice, and the log remembers that it was", async () => {
  const asks = () => panel.evaluate(() => /for good/.test(document.activeElement?.textContent ?? ""));
  await panel.focus(".card-line .delete");
  await panel.keyboard.press("Enter");
  await until("the button to ask once more", asks);
  // Another page that saves a card has the list looked at again, which takes neither the question nor the keyboard away.
  await panel.evaluate(() => {
    document.querySelector(".log details")?.setAttribute("data-before", "");
    new BroadcastChannel("evidence").postMessage("saved");
  });
  await until("the list to be looked at again", () => panel.evaluate(() => !document.querySelector("[data-before]")));
  assert.equal(await asks(), true);
  await panel.keyboard.press("Enter");
  await says(panel, "#storage", "3 cards, ");
  await says(panel, ".log", "deleted");
  await until("the keyboard at the next card", () => panel.evaluate(() => document.activeElement?.matches(".card-line .delete") ?? false));
});

test("the saved cards go out in every form, each with a manifest that names every card", async () => {
  for (const [format, ending] of Object.entries({ csv: "csv", markdown: "md", html: "html", jsonld: "jsonld" })) {
    file = await exported(panel, "saved", format);
    assert.ok(file.name.endsWith(`.${ending}`), file.name);
    const manifest = JSON.parse(file.manifest);
    assert.equal(manifest.files[0].name, file.name);
    assert.equal(manifest.cards.length, 3);
    for (const { text } of Object.values(MARKED)) {
      if (text === MARKED.quiet.text) continue;
      const words = text.split(/[.,]/)[0] ?? "";
      const said = file.text.replace(/<[^>]*>/g, ""); // The web page marks words.
      assert.ok(said.includes(words), `${format} lacks: ${words}`);
    }
  }
});

test("firebreak verify finds the export unchanged, and names the card in which one byte was altered", () => {
  const whole = verify(file);
  assert.match(whole.says, /cards 3: unchanged 3, changed 0, judged differently 0; unreadable 0/);
  assert.equal(whole.status, 0, whole.says);
  const cards = JSON.parse(file.text).cards;
  const one = cards.find((/** @type {any} */ { post }) => post.text.includes("Mill Road"));
  const spoilt = verify({ ...file, text: file.text.replace("on Mill Road at 7", "on Mill Road at 8") });
  assert.equal(spoilt.status, 1, spoilt.says);
  assert.match(spoilt.says, /changed 1, /);
  assert.ok(spoilt.says.includes(one.id), spoilt.says);
});

test("posts that come later are listed while the panel is open", async () => {
  await panel.click("#tab-thread");
  await addPosts(page, [threadPost(POSTS), threadPost(POSTS + 1)]);
  await says(panel, ".number", `${POSTS + 2} of ${POSTS + 2} posts`);
});

test("a crisis watch raises what touches its words, shows on the badge, and is ended by hand", async () => {
  const badge = () =>
    panel.evaluate(async (url) => {
      const tab = (await chrome.tabs.query({})).find((one) => one.url === url);
      return chrome.action.getBadgeText({ tabId: tab?.id });
    }, THREAD);
  await panel.click("#tab-watch");
  await panel.type("#crisis-name", "Mill Road");
  await panel.type("#crisis-terms", "Mill Road, canal");
  await panel.click("#crisis-add");
  await says(panel, ".crises", "Mill Road");
  await until("the badge to show it", async () => (await badge()).startsWith("!"));
  await says(panel, ".summary", "Crisis watch: Mill Road, until");
  await panel.click(".crisis button");
  await says(panel, ".crises", "Nothing is watched now.");
  await until("the badge to be plain", async () => !(await badge()).startsWith("!"));
});

test("a picture is the reader's to ask for: cut to the post where the browser allows it, else the reason is given", async () => {
  await panel.click("#tab-thread");
  await choose(panel, "order", "level");
  await panel.click(".row .post");
  if (lab.name === "chromium") {
    // A press on the toolbar button is what allows it. Firefox's cannot be pressed from here.
    await page.bringToFront();
    await lab.closePage(await lab.openPopup(page));
  }
  await panel.evaluate(() => /** @type {HTMLElement} */ (document.querySelector("#save-picture")).click());
  if (lab.name === "firefox") return says(panel, "dialog [role=status]", "gives a picture only after you press");
  await says(panel, "dialog [role=status]", "Saved on this device.");
  await panel.bringToFront();
  await panel.keyboard.press("Escape");
  await panel.click("#tab-saved");
  await says(panel, ".cards", "with a picture");
  const whole = await exported(panel, "saved", "jsonld");
  const pictures = JSON.parse(whole.text).cards.flatMap((/** @type {any} */ { screenshot }) => screenshot ?? []);
  assert.equal(pictures.length, 1);
  assert.equal(verify(whole).status, 0);
  const png = Buffer.from(pictures[0].data.split(",")[1], "base64");
  const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)];
  assert.ok(width >= 500 && width <= 620 && height > 40 && height < 400, `${width} × ${height}`);
});

test("axe-core finds nothing against any page of the panel, in both themes", async () => {
  await panel.bringToFront();
  await panel.evaluate(() => document.querySelector("dialog")?.close());
  await panel.evaluate(AXE); // As source: the policy of these pages lets nothing in them make code from text.
  const look = async () =>
    panel.evaluate(async () => {
      // @ts-expect-error: put there by its source
      const { violations } = await window.axe.run(document);
      return violations.map(
        (/** @type {any} */ { id, nodes }) => `${id}: ${nodes.map((/** @type {any} */ { html }) => html.slice(0, 160)).join(" | ")}`,
      );
    });
  for (const theme of ["light", "dark"]) {
    await panel.evaluate((next) => void (document.body.dataset.theme = next), theme);
    for (const id of ["thread", "escalation", "saved", "watch"]) {
      await panel.click(`#tab-${id}`);
      if (id === "saved") await says(panel, "#storage", "cards, ");
      assert.deepEqual(await look(), [], `${id}, ${theme}`);
    }
    await panel.click("#tab-thread");
    await panel.click(".row .post");
    assert.deepEqual(await look(), [], `a post, ${theme}`);
    await panel.keyboard.press("Escape");
  }
});

test("no request came from the extension", () => {
  const own = lab.server.requests.filter(({ origin }) => /^(chrome|moz)-extension:/.test(origin ?? ""));
  assert.deepEqual(own, []);
});
