// Opens the demo feed with the built extension. With a screen the browser stays open until it is closed; without one,
// pictures go to target/demo and every label is printed.
import { mkdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { openLab, until } from "../harness/lab.js";
import { ADDRESS, posts, serveFeed } from "./feed.js";

const PICTURES = fileURLToPath(new URL("../../../target/demo/", import.meta.url));

const screen = Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY || process.platform === "darwin");
const lab = await openLab({ headless: !screen, size: { width: 960, height: 1090 } });
try {
  serveFeed(lab.server);
  const page = await lab.open(ADDRESS);
  const labels = await settled(page);
  for (const { author, text } of await Promise.all(labels.map(described))) console.log(`${author.padEnd(18)} ${text}`);
  console.log(`${posts.length} posts, ${labels.length} labelled, ${lab.server.unexpected().length} requests beyond the page's own`);
  if (screen) {
    console.log("The feed is open in the browser; close it to end the demo.");
    await new Promise((closed) => lab.driver.browser.once("disconnected", closed));
  } else {
    await takePictures(page, labels);
  }
} finally {
  await lab.close();
}

/**
 * The labels on the page, once the last post has been judged: the posts are in view, so their labels come together.
 * @param {import("puppeteer-core").Page} page
 */
async function settled(page) {
  let before = 0;
  return until("the labels", async () => {
    const labels = await lab.shadows(page);
    const same = labels.length > 0 && labels.length === before;
    before = labels.length;
    return same ? labels : null;
  });
}

/** @param {import("../harness/shadow.js").Shadow} label */
async function described(label) {
  const author = await label.evaluate((root) => {
    const article = root.host.closest("article");
    return article?.querySelector("[data-testid='User-Name'] b")?.textContent ?? "?";
  });
  return { author, text: await label.text() };
}

/** @param {import("puppeteer-core").Page} page @param {import("../harness/shadow.js").Shadow[]} labels */
async function takePictures(page, labels) {
  mkdirSync(PICTURES, { recursive: true });
  /** @param {import("puppeteer-core").Page} of @param {string} name */
  const picture = async (of, name) => {
    await of.screenshot({ path: `${PICTURES}${name}.png` });
    console.log(`target/demo/${name}.png`);
  };
  // Pictures show things at rest. Only Chromium can be told so from outside.
  const still = { name: "prefers-reduced-motion", value: "reduce" };
  if (lab.name === "chromium") await page.emulateMediaFeatures([still]);
  await picture(page, "light");
  await labels[0]?.click("button");
  await until("the card", () => labels[0]?.evaluate((root) => root.querySelector(".card")?.checkVisibility()));
  await picture(page, "card");
  await page.keyboard.press("Escape");
  if (lab.name === "chromium") {
    await page.emulateMediaFeatures([still, { name: "prefers-color-scheme", value: "dark" }]);
    await until("the dark labels", () => labels[0]?.evaluate((root) => root.querySelector("[data-theme='dark']") !== null));
    await picture(page, "dark");
  }
  const popup = await lab.openPopup(page);
  await until("the popup's words", () => popup.evaluate(() => document.body.innerText.trim().length > 20));
  await picture(popup, "popup");
}
