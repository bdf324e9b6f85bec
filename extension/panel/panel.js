// The panel beside a page: the thread report, its escalation, the saved cards and crisis watch. It belongs to the tab in front, or to the
// one named in its address (`?tab=`), which is how it opens in a tab of its own.

import * as browser from "../shared/browser.js";
import { makeCard } from "../shared/card.js";
import { draftOf } from "../shared/card-draft.js";
import { saveCard } from "../shared/card-store.js";
import { element } from "../shared/element.js";
import { askPage } from "../shared/protocol.js";
import { loadSettings, onSettings } from "../shared/settings.js";
import { count } from "../shared/words.js";
import { defaults } from "../shared/settings-read.js";
import { button } from "./controls.js";
import { EscalationView } from "./escalation-view.js";
import { exportBar } from "./export-bar.js";
import { loadLinks } from "../shared/links.js";
import { PageLink } from "./page-link.js";
import { pictureOf } from "./picture.js";
import { PostDialog } from "./post-dialog.js";
import { reportsOn } from "./reports.js";
import { SavedView } from "./saved-view.js";
import { summary } from "./summary.js";
import { tabs } from "./tabs.js";
import { Thread } from "./thread.js";
import { ThreadView } from "./thread-view.js";
import { WatchView } from "./watch-view.js";

/** @typedef {import("./model.js").Listed} Listed */
/** @typedef {import("../shared/card.js").Card} Card */

const { words } = browser;
const setting = { document, words, direction: browser.direction() };
const own = Number(new URLSearchParams(location.search).get("tab") ?? NaN);
const dark = matchMedia("(prefers-color-scheme: dark)");

/** @type {number | null} */
let tab = null;
/** @type {import("../content/tally.js").Coverage | null} */
let coverage = null;

async function findTab() {
  const found = Number.isNaN(own) ? await browser.activeTab() : await browser.tabById(own);
  tab = found?.id ?? null;
  return tab;
}

/** @type {Set<string>} */
const picked = new Set();

/** @param {Listed} one */
async function jump(one) {
  const there = tab !== null && (await askPage(tab, "panel-to-page/jump", { key: one.row.key }).catch(() => false));
  back.hidden = !there;
  say(there ? "" : words("panel_not_here"));
}

const back = element(document, "button", { type: "button", class: "plain", id: "back", hidden: true }, words("panel_back"));
back.addEventListener("click", async () => {
  if (tab !== null) await askPage(tab, "panel-to-page/back", {}).catch(() => false);
  back.hidden = true;
});
const title = element(document, "h1", { class: "heard" }, words("popup_report"));
const said = element(document, "p", { class: "small said-bar", role: "status" });
/** @param {string} text */
const say = (text) => {
  said.textContent = text;
};

/** A post as a card, with the facts as the page shows them now. @param {Listed} one @param {boolean} [withPicture] @returns {Promise<Card>} */
async function cardOf(one, withPicture = false) {
  const page = /** @type {import("../shared/protocol.js").Page} */ (thread.page);
  const fresh = tab === null ? null : await askPage(tab, "panel-to-page/post", { key: one.row.key }).catch(() => null);
  const row = fresh?.text === one.row.text ? fresh : one.row;
  const picture = withPicture && tab !== null ? await pictureOf(tab, one.row.key) : null;
  if (withPicture && !picture) throw new Error(words("panel_not_here"));
  const [report = row.report] = await reportsOn([{ text: row.text, thread: [] }]);
  return makeCard(draftOf(row, page), report, picture);
}

const dialog = new PostDialog(setting, {
  jump,
  save: async (one, withPicture) => {
    try {
      await saveCard(await cardOf(one, withPicture));
      return words("panel_saved");
    } catch (error) {
      return words(withPicture ? "panel_picture_failed" : "panel_save_failed", error instanceof Error ? error.message : String(error));
    }
  },
});
const open = async (/** @type {Listed} */ one) => dialog.open(one, await loadLinks());

const view = new ThreadView(setting, Object.keys(defaults().categories), {
  isPicked: (key) => picked.has(key),
  pick,
  open,
  jump,
});
const escalation = new EscalationView(setting, { open, jump });
const saved = new SavedView(setting);
const watch = new WatchView(setting);

const bar = exportBar(setting, {
  id: "thread",
  choices: [
    { value: "thread", text: words("export_thread") },
    { value: "shown", text: words("export_shown") },
    { value: "picked", text: words("export_picked") },
  ],
  cards: async (choice) => {
    const all = thread.all;
    const wanted = choice === "thread" ? all : choice === "shown" ? view.shown : all.filter(({ row }) => picked.has(row.key));
    const page = /** @type {import("../shared/protocol.js").Page} */ (thread.page);
    const reports = await reportsOn(wanted.map(({ row }) => ({ text: row.text, thread: [] })));
    return Promise.all(wanted.map(({ row }, place) => makeCard(draftOf(row, page), reports[place] ?? row.report)));
  },
});
const savePicked = button(document, "", saveAllPicked, { id: "save-picked", hidden: true });
view.node.append(element(document, "footer", { class: "thread-foot" }, savePicked, bar));

async function saveAllPicked() {
  const some = thread.all.filter(({ row }) => picked.has(row.key));
  for (const one of some) await saveCard(await cardOf(one));
  say(count(words, "panel_saved_number", some.length));
}

/** @param {string} key @param {boolean} on */
function pick(key, on) {
  if (on) picked.add(key);
  else picked.delete(key);
  showPicked();
}

function showPicked() {
  savePicked.hidden = picked.size === 0;
  savePicked.textContent = count(words, "panel_save_picked", picked.size);
}

const book = tabs(setting, [
  { id: "thread", name: words("panel_thread"), node: view.node },
  { id: "escalation", name: words("panel_escalation"), node: escalation.node },
  { id: "saved", name: words("panel_cards"), node: saved.node, onOpen: () => saved.show() },
  { id: "watch", name: words("panel_watch"), node: watch.node },
]);

const thread = new Thread({
  onChange: (state) => {
    view.show(state.all, summary(words, { ...state, coverage }));
    escalation.show(state.all);
    book.mark("escalation", escalation.steps.length > 0);
  },
  onNewPage: async () => {
    picked.clear();
    showPicked();
    back.hidden = true;
    say("");
    coverage = tab === null ? null : await askPage(tab, "panel-to-page/coverage", {}).catch(() => null);
    thread.changed();
  },
});

const link = new PageLink(findTab, {
  onPage: (page) => thread.begin(page),
  onRows: (rows, others) => thread.add(rows, others),
});

function followTheme() {
  document.body.dataset.theme = dark.matches ? "dark" : "light";
}

async function start() {
  document.documentElement.lang = words("language_tag");
  document.documentElement.dir = setting.direction;
  dark.addEventListener("change", followTheme);
  followTheme();
  /** @type {HTMLElement} */ (document.getElementById("page")).replaceChildren(title, book.bar, said, back, ...book.pages, dialog.node);
  const settings = await loadSettings();
  thread.follow(settings);
  watch.show(settings);
  onSettings((next) => {
    thread.follow(next);
    watch.show(next);
  });
  browser.onTabs(() => link.look());
  await link.look();
}

start();
