// The life of the content script: when to run in this page and when to stop. The extension may be switched off, reloaded or removed,
// and the page may be put aside and brought back, at any time; each leaves the page as if nothing had been there.

import { alive, direction, lifeline, words } from "../shared/browser.js";
import { nextEnd } from "../shared/crisis.js";
import { problem } from "../shared/log.js";
import { onRules } from "../shared/packs.js";
import { answer } from "../shared/protocol.js";
import { changeSettings, loadSettings, onSettings } from "../shared/settings.js";
import { isOn, pausedNow } from "../shared/settings-change.js";
import { defaults } from "../shared/settings-read.js";
import { selectorCheck } from "../shared/site-file.js";
import { loadSiteFiles, onSiteFiles, usable } from "../shared/site-files.js";
import { Pen } from "./draw.js";
import { createReader } from "./read.js";
import { Session } from "./session.js";
import { siteFor } from "./site.js";

/** @typedef {import("../shared/settings.js").Settings} Settings */

/** Outlives the sessions, because what it says after "off on this site" does. @type {Pen | null} */
let pen = null;
/** @type {Session | null} */
let session = null;
/** @type {Settings | null} */
let settings = null;
/** Site files that the reader gave. @type {import("./rules.js").SiteFile[]} */
let ownSites = [];
/** @type {(() => void) | null} hangs up the line that breaks when the extension goes */
let hangUp = null;

const host = document.location.host;
const away = new AbortController();

/** @param {Settings} wanted */
function follow(wanted) {
  settings = wanted;
  awaitChange();
  if (!isOn(settings, host) || pausedNow(settings, Date.now())) return stop();
  if (session) return session.follow(settings);
  pen ??= new Pen({ document, words, direction: direction() }, (change) => {
    changeSettings(change).catch((error) => problem("settings", error));
  });
  session = new Session(document, createReader(siteFor(document, ownSites), document), settings, pen, leave);
  listen();
}

function stop() {
  session?.stop();
  session = null;
}

/** @type {ReturnType<typeof setTimeout> | undefined} */
let nextChange;

/** A pause and a crisis watch end by themselves; then everything is chosen anew. */
function awaitChange() {
  clearTimeout(nextChange);
  if (!settings) return;
  const now = Date.now();
  const ends = [pausedNow(settings, now) ? settings.pausedUntil : null, nextEnd(settings, now)].filter((end) => end !== null);
  if (ends.length === 0) return;
  // A browser's clock counts no further at one go; then this only looks again.
  nextChange = setTimeout(() => settings && follow(settings), Math.min(Math.min(...ends) - now, 2 ** 31 - 1));
}

/** A broken line comes a moment before the extension counts as gone, so a few looks are taken, in milliseconds after it. */
const LOOKS = [50, 500, 3000];

/** Waits for the line to break. A worker that was merely stopped breaks it too; it is not called again, for that would wake it. */
function listen() {
  hangUp?.();
  hangUp = lifeline(() => {
    hangUp = null;
    for (const after of LOOKS) setTimeout(() => alive() || leave(), after);
  });
}

/** The extension is gone: nothing of it stays. */
function leave() {
  away.abort();
  clearTimeout(nextChange);
  stop();
  pen?.erase();
}

/** The line breaks with every stop of the worker; at these moments a look is cheap and sooner than the reader's next click. */
function check() {
  if (!alive()) leave();
  else if (session && !hangUp) listen();
}

const stopAnswering = answer({
  "background-to-page/command": ({ command }) => (session && pen ? pen.command(String(command)) : false),
  "popup-to-page/coverage": () => session?.coverage() ?? nothingRead(),
  "popup-to-page/show": ({ key }) => session?.show(String(key)) ?? false,
  "panel-to-page/coverage": () => session?.coverage() ?? nothingRead(),
  "panel-to-page/thread": (ask) => session?.thread(ask) ?? null,
  "panel-to-page/post": ({ key }) => session?.row(String(key)) ?? null,
  "panel-to-page/jump": ({ key }) => session?.jump(String(key)) ?? false,
  "panel-to-page/back": () => session?.back() ?? false,
  "panel-to-page/frame": ({ key }) => session?.frame(String(key)) ?? null,
});
const stopFollowing = [onSettings(follow), onRules(startOver), onSiteFiles(start)];

away.signal.addEventListener("abort", () => {
  if (!alive()) return; // Their owner took the listeners along.
  stopAnswering();
  for (const stopOne of stopFollowing) stopOne();
});

addEventListener(
  "pagehide",
  () => {
    session?.pause();
    hangUp?.(); // A page with an open line is not kept in the back-forward cache.
    hangUp = null;
  },
  { signal: away.signal },
);

addEventListener(
  "pageshow",
  (event) => {
    if (!event.persisted) return;
    check();
    session?.resume();
  },
  { signal: away.signal },
);

document.addEventListener("visibilitychange", check, { signal: away.signal });

const followTheme = () => pen?.followTheme();
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", followTheme, { signal: away.signal });
const theme = new MutationObserver(followTheme);
for (const element of [document.documentElement, document.body]) {
  if (element) theme.observe(element, { attributes: true, attributeFilter: ["class", "style", "data-theme", "data-color-mode"] });
}
away.signal.addEventListener("abort", () => theme.disconnect());

start();

/** Storage that fails leaves the built-in site files and the default settings: nothing is ever off without a word. */
async function start() {
  ownSites = usable(await loadSiteFiles().catch(orElse([])), selectorCheck(document));
  settings = await loadSettings().catch(orElse(defaults()));
  startOver();
}

/** Everything is read and judged anew: the site file or the rules are others. */
function startOver() {
  if (away.signal.aborted || settings === null) return;
  stop();
  follow(settings);
}

/** @template T @param {T} value @returns {(error: unknown) => T} */
function orElse(value) {
  return (error) => {
    problem("storage", error);
    return value;
  };
}

/** @returns {import("./tally.js").Coverage} */
function nothingRead() {
  const counts = { read: 0, language: 0, silent: 0, waiting: 0 };
  return { host, on: false, strategy: "none", suspect: false, problem: null, labels: [], ...counts };
}
