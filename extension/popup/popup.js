// The popup: what was read and labelled on the page under it, on or off there, and from which level labels are shown.

import * as browser from "../shared/browser.js";
import { problem } from "../shared/log.js";
import { askBackground, askPage } from "../shared/protocol.js";
import { changeSettings, loadSettings } from "../shared/settings.js";
import { isOn, withPause, withSite } from "../shared/settings-change.js";
import { renderPopup } from "./render.js";

/** @typedef {import("../content/tally.js").Coverage} Coverage */
/** @typedef {import("./render.js").Scene} Scene */

const HOUR = 3_600_000;
/** While the page is still being read the popup looks again, for as long as it is open. */
const AGAIN = 500;

const page = /** @type {HTMLElement} */ (document.getElementById("page"));
const dark = matchMedia("(prefers-color-scheme: dark)");
let drawn = "";

/** @returns {Promise<Scene>} */
async function look() {
  const settings = await loadSettings();
  const tab = await browser.activeTab();
  const place = placeOf(tab?.url ?? "");
  const scene = { settings, host: place?.host ?? null, granted: false, coverage: null, engine: null, engineProblem: null };
  if (!tab || !place) return scene;
  const patterns = await browser.grantedSites();
  return {
    ...scene,
    pattern: place.pattern,
    granted: patterns.includes(place.pattern),
    allowed: await browser.mayRead([place.pattern]),
    keys: await browser.commandKeys(),
    ...(await engineState()),
    coverage: await coverageOf(tab.id),
    builtIn: browser.contentScript().matches.some((match) => covers(match, place.host)),
    tab: tab.id,
  };
}

/** @param {string} match a match pattern @param {string} host */
function covers(match, host) {
  const pattern = /^(?:\*|https?):\/\/(\*\.)?([^/]+)\//.exec(match);
  if (!pattern) return false;
  const [, any, name] = pattern;
  return host === name || (any !== undefined && host.endsWith(`.${name}`));
}

async function engineState() {
  try {
    return { engine: await askBackground("popup-to-background/about", {}), engineProblem: null };
  } catch (error) {
    return { engine: null, engineProblem: error instanceof Error ? error.message : String(error) };
  }
}

/** @param {number} tab @returns {Promise<Coverage | null>} null: no content script runs there */
async function coverageOf(tab) {
  try {
    return await askPage(tab, "popup-to-page/coverage", {});
  } catch {
    return null;
  }
}

/** @param {string} url */
function placeOf(url) {
  if (!/^https?:/.test(url)) return null;
  const { host, hostname, protocol } = new URL(url);
  return { host, pattern: `${protocol}//${hostname}/*` };
}

/** @type {import("./render.js").Actions} */
const actions = {
  setOn: async ({ host }, on) => {
    if (host) await changeSettings((settings) => withSite(settings, host, on));
    await refresh();
  },
  setPaused: async (paused) => {
    await changeSettings((settings) => withPause(settings, paused ? Date.now() + HOUR : 0));
    await refresh();
  },
  openSettings: () => browser.openSettings().then(close, (error) => problem("settings", error)),
  openKeys: () => browser.openCommandKeys().then(close, (error) => problem("keys", error)),
  setShowFrom: async (level) => {
    await changeSettings((settings) => ({ ...settings, showFrom: level }));
    await refresh();
  },
  show: async ({ tab }, key) => {
    if (tab !== undefined && (await askPage(tab, "popup-to-page/show", { key }))) close();
    else await refresh();
  },
  report: ({ tab }) => {
    browser.openPanel(tab).then(close, (error) => problem("panel", error));
  },
  turnOn: async ({ pattern, tab }) => {
    if (!pattern || !(await browser.askForSite(pattern))) return;
    if (tab !== undefined) await browser.runIn(tab);
    await refresh();
  },
  turnOff: async ({ host, pattern }) => {
    if (host && !isOn(await loadSettings(), host)) await changeSettings((settings) => withSite(settings, host, true));
    if (pattern) await browser.giveSiteBack(pattern);
    await refresh();
  },
};

async function refresh() {
  const scene = await look();
  const text = JSON.stringify(scene);
  if (text === drawn) return; // Nothing moves under the reader's pointer or focus without a reason.
  drawn = text;
  const focused = document.activeElement?.id;
  const open = page.querySelector("details")?.open;
  const setting = { document, words: browser.words, direction: browser.direction() };
  page.replaceChildren(...renderPopup(setting, scene, actions));
  if (open) page.querySelector("details")?.setAttribute("open", "");
  if (focused) document.getElementById(focused)?.focus();
}

function followTheme() {
  document.body.dataset.theme = dark.matches ? "dark" : "light";
}

document.documentElement.lang = browser.words("language_tag");
document.documentElement.dir = browser.direction();
dark.addEventListener("change", followTheme);
followTheme();
refresh();
setInterval(refresh, AGAIN);
