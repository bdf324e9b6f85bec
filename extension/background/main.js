// The background: a module service worker in Chromium, an event page in Firefox. It may be killed at any moment and holds nothing
// that it cannot make again. All listeners are added before anything is awaited, or the browser would not wake it for them.

import { onInstalled, onLifeline, onSitesChanged, openPage } from "../shared/browser.js";
import { problem } from "../shared/log.js";
import { onPacks } from "../shared/packs.js";
import { answer, MOST_TEXTS } from "../shared/protocol.js";
import { badge } from "./badge.js";
import { listenToCommands } from "./commands.js";
import { engine, restart, tryPack } from "./engine.js";
import { saveFor } from "./evidence.js";
import { keepHealth } from "./health.js";
import { about, forgetReports, judge, judgeInThread, read } from "./judge.js";
import { listenToMenu, offerMenu } from "./menu.js";
import { tellPages } from "./packs.js";
import { followGrants } from "./sites.js";
import { followSync } from "./sync.js";

answer({
  "page-to-background/judge": ({ texts }) => {
    if (!Array.isArray(texts) || texts.length > MOST_TEXTS || !texts.every((text) => typeof text === "string")) {
      throw new Error(`judge: expected at most ${MOST_TEXTS} texts`);
    }
    return judge(texts);
  },
  "page-to-background/read": ({ text }) => read(String(text)),
  "page-to-background/count": async ({ labelled, level }, sender) => {
    if (sender.tab?.id !== undefined && sender.frameId === 0) await badge(sender.tab.id, Number(labelled), String(level));
  },
  "page-to-background/health": (seen) => keepHealth(seen),
  "settings-to-background/try-pack": ({ file, text }) => tryPack(String(file), String(text)),
  "page-to-background/save-card": ({ draft }) => saveFor(draft),
  "panel-to-background/judge-in-thread": ({ posts }) => judgeInThread(posts),
  "popup-to-background/about": about,
});

onLifeline(() => {}); // Someone must pick up, or the line breaks at once.
onPacks(() => renew().catch((error) => problem("rule packs", error)));
followSync();
onSitesChanged(() => followGrants().catch((error) => problem("sites", error)));
listenToCommands();
listenToMenu();
onInstalled((reason) => {
  offerMenu().catch((error) => problem("menu", error));
  if (reason === "install") openPage("onboarding/onboarding.html").catch((error) => problem("first page", error));
});

/** Other rules: every report is old. Cleared twice, for what the former engine still answered while this one started. */
async function renew() {
  restart();
  forgetReports();
  await engine();
  forgetReports();
  await tellPages();
}
