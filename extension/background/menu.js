// "Check this text with Firebreak": judges the words that the reader selected, on any page, and shows the card over that page. Pressing the
// menu gives the extension that one page for that moment (activeTab); where the browser gives it none, a page of the extension shows it.

import { hand, offerOnSelection, onMenu, openPage, runFile, words } from "../shared/browser.js";
import { problem } from "../shared/log.js";
import { askPage } from "../shared/protocol.js";
import { read } from "./judge.js";

/** @typedef {import("../engine/firebreak.js").Report} Report */

const ENTRY = "check";
/** The script that shows the card; built in xtask/src/bundle.rs. */
const SCRIPT = "content/check.js";

export function offerMenu() {
  return offerOnSelection(ENTRY, words("menu_check"));
}

export function listenToMenu() {
  onMenu(({ id, text, tab, frame }) => {
    if (id === ENTRY) check(text, tab, frame).catch((error) => problem("checking a selection", error));
  });
}

/** @param {string} text @param {number | null} tab @param {number} frame */
async function check(text, tab, frame) {
  const report = await read(text);
  // A frame from elsewhere is not part of what was given; its page is.
  for (const one of new Set([frame, 0])) {
    if (tab !== null && (await showIn(tab, one, text, report))) return;
  }
  await hand("check", text);
  await openPage("check/check.html");
}

/** @param {number} tab @param {number} frame @param {string} text @param {Report} report @returns {Promise<boolean>} */
async function showIn(tab, frame, text, report) {
  try {
    await runFile(tab, frame, SCRIPT);
    return await askPage(tab, "background-to-page/check", { text, report }, frame);
  } catch {
    return false; // The browser's own pages, its shop, a document viewer, a frame from elsewhere.
  }
}
