// The package as the browser takes it: with nothing to complain of. Firefox's complaints are those of `web-ext lint`, a step of its own.

import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import test from "node:test";
import { openLab, until } from "./harness/lab.js";
import { messagesOf, withWords } from "./tools/words.js";

/** @param {import("./harness/lab.js").Lab} lab @returns {Promise<string[]>} what Chromium notes against the extension */
async function complaints(lab) {
  const page = await lab.driver.browser.newPage();
  await page.goto("chrome://extensions/");
  // What was noted while nobody asked for it is noted again when the extension is loaded again.
  await page.evaluate(() => /** @type {any} */ (chrome).developerPrivate.updateProfileConfiguration({ inDeveloperMode: true }));
  await lab.reloadExtension();
  return until("the extension to be back", () =>
    page.evaluate(async () => {
      const all = await /** @type {any} */ (chrome).developerPrivate.getExtensionsInfo({ includeDisabled: true });
      const ours = all.find((/** @type {any} */ one) => one.location === "UNPACKED");
      if (ours?.state !== "ENABLED") return null;
      return [...ours.manifestErrors, ...ours.runtimeErrors].map(({ message }) => message);
    }),
  );
}

test("the browser loads the package without a warning and without an error", async () => {
  const lab = await openLab();
  try {
    await until("the background", () => lab.backgroundRuns());
    if (lab.name === "chromium") assert.deepEqual(await complaints(lab), []);
  } finally {
    await lab.close();
  }
});

test("a warning would be seen", async () => {
  const browser = process.env.BROWSER ?? "chromium";
  if (browser !== "chromium") return;
  const folder = withWords(browser, "package", messagesOf("en"));
  const manifest = JSON.parse(readFileSync(`${folder}/manifest.json`, "utf8"));
  writeFileSync(`${folder}/manifest.json`, JSON.stringify({ ...manifest, no_such_key: true }));
  const lab = await openLab({ extension: folder });
  try {
    assert.match((await complaints(lab)).join(), /no_such_key/);
  } finally {
    await lab.close();
  }
});
