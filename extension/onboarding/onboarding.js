// The first minute: what Firebreak does, shown by doing it; what it does not do; how to check that nothing is sent; and the question for
// the sites, where the browser has not granted them with the installation.

import * as browser from "../shared/browser.js";
import { problem } from "../shared/log.js";
import { openAsPage } from "../shared/page.js";
import { renderTry } from "../shared/try.js";
import { renderOnboarding } from "./render.js";

/** The engine judges English, so that the examples are English in every language of the interface. */
const EXAMPLES = {
  call: "They are hiding in the hotel on Harbour Road. Burn it down and kill them all. Tonight.",
  report: "Police arrested a man who wrote “burn it down and kill them all” about the hotel on Harbour Road.",
  game: "We absolutely killed them in the second half, what a match.",
};

const { words } = browser;
const setting = openAsPage(words("extension_name"));
const page = /** @type {HTMLElement} */ (document.getElementById("page"));
const trial = renderTry(setting, words("welcome_try_text"), (error) => problem("first page", error));

async function draw() {
  const granted = await browser.mayRead(browser.ownSites());
  const keys = await browser.commandKeys();
  const focused = document.activeElement?.id; // Looked at after all waiting: the keyboard may have moved on meanwhile.
  page.replaceChildren(
    ...renderOnboarding(setting, {
      trial: trial.node,
      sites: hosts(browser.ownSites()),
      granted,
      keys,
      onExample: (name) => trial.write(EXAMPLES[name]),
      onGrant: () => browser.askForSites(browser.ownSites()).then(draw, (error) => problem("permission", error)),
      onSettings: () => browser.openSettings(),
      onKeys: () => browser.openCommandKeys(),
    }),
  );
  if (focused) document.getElementById(focused)?.focus();
}

/** The names that a reader knows, each once. @param {string[]} patterns */
function hosts(patterns) {
  return [...new Set(patterns.map((pattern) => (pattern.split("/")[2] ?? pattern).replace(/^\*\.|^www\./, "")))];
}

browser.onSitesChanged(draw);
await draw();
trial.write(EXAMPLES.call);
