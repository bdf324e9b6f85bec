// Reads saved pages as a reader would see them: `node tests/browser/tools/pages.js DIR… [--firefox]`. Each NAME.html is served at the
// "url" of its NAME.json on loopback and opened in a real browser with the built extension; one JSON line a page goes to standard output.
import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { openLab } from "../harness/lab.js";
import { everywhere } from "./everywhere.js";
import { probe, probeSource } from "./reading.js";

/** Tall enough that most pages are in view as a whole: labels are only made for posts near the view. */
const SIZE = { width: 1280, height: 16000 };
/** How often the labels are counted, and how many equal counts in a row are taken as the end. */
const LOOK = 200;
const CALM = 5;

/** @param {string} folder @returns {string[]} */
function pagesIn(folder) {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(".html"))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

/** The labels of the extension: browsers have closed shadow roots of their own. @param {import("../harness/lab.js").Lab} lab @param {import("puppeteer-core").Page} page */
async function labels(lab, page) {
  const shadows = await lab.shadows(page);
  const ours = await Promise.all(shadows.map((shadow) => shadow.evaluate((root) => root.querySelector(".firebreak") !== null)));
  return ours.filter(Boolean).length;
}

/**
 * Whether an error comes from a script: Firefox tells of fonts and style sheets that it could not load in the same way. The scripts of
 * saved pages were removed, so a script's error is the extension's.
 * @param {unknown} error
 */
function fromScript(error) {
  return error instanceof Error && /\n\s+at /.test(error.stack ?? "");
}

/** Counts until the number stays the same. @param {() => Promise<number>} count */
async function settled(count) {
  let last = -1;
  for (let same = 0; same < CALM;) {
    const now = await count();
    same = now === last ? same + 1 : 0;
    last = now;
    await new Promise((done) => setTimeout(done, LOOK));
  }
  return last;
}

/** @param {import("../harness/lab.js").Lab} lab @param {string} source @param {string} file */
async function readPage(lab, source, file) {
  /** @type {{ url: string }} */
  const { url } = JSON.parse(readFileSync(file.replace(/\.html$/, ".json"), "utf8"));
  lab.server.give(url, { body: readFileSync(file) });
  const page = await lab.open("about:blank");
  /** @type {string[]} */
  const errors = [];
  page.on("pageerror", (error) => {
    if (fromScript(error)) errors.push(/** @type {Error} */ (error).message);
  });
  page.on("console", (message) => {
    if (message.type() === "error" && message.location().url?.includes("-extension://")) errors.push(message.text());
  });
  await lab.driver.goto(page, url);
  await page.evaluate(source);
  const read = /** @type {import("./reading.js").PageRead} */ (await probe(page, "read", url));
  if (!read.unchanged) errors.push("reading changed the page");
  const labelled = await settled(() => labels(lab, page));
  await page.close();
  return {
    page: basename(file, ".html"),
    site: read.site,
    health: read.health,
    posts: read.posts
      .filter(({ status }) => status !== "empty")
      .map(({ text, quoted, author, handle, permalink, time, counts }) => ({ text, quoted, author, handle, permalink, time, counts })),
    labels: labelled,
    errors,
  };
}

const folders = process.argv.slice(2).filter((word) => !word.startsWith("--"));
if (folders.length === 0) {
  console.error("usage: cargo xtask pages DIR… [--firefox]");
  process.exit(2);
}
const browser = process.argv.includes("--firefox") ? "firefox" : "chromium";
const lab = await openLab({ browser, size: SIZE, extension: everywhere(browser) });
try {
  const source = await probeSource();
  for (const file of folders.flatMap(pagesIn)) {
    try {
      console.log(JSON.stringify(await readPage(lab, source, file)));
    } catch (error) {
      const failed = error instanceof Error ? error.message : String(error);
      console.log(JSON.stringify({ page: basename(file, ".html"), site: null, health: null, posts: [], labels: 0, errors: [failed] }));
      process.exitCode = 1;
    }
  }
} finally {
  await lab.close();
}
