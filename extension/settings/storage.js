// How much is stored and how much at most, and whether the browser carries it to the reader's other devices.

import { element } from "../shared/element.js";
import { MOST_HEALTH } from "../shared/health.js";
import { PACK_BOUNDS } from "../shared/packs.js";
import { changeSettings } from "../shared/settings.js";
import { MOST_SETTINGS } from "../shared/settings-read.js";
import { SITE_FILE_BOUNDS } from "../shared/site-files.js";
import { pull, somethingSynced } from "../shared/sync.js";
import { keyOf, list } from "../shared/words.js";
import { check, fill, paragraph, section, toggle } from "./parts.js";
import { moment, size } from "./when.js";

/** @param {import("./parts.js").Page} page @returns {import("./parts.js").Part} */
export function storage({ setting, act, ask }) {
  const { document, words } = setting;
  const lines = element(document, "tbody", {});
  const total = paragraph(setting, "");
  const told = element(document, "p", { class: "small", id: "sync-told" });
  const box = toggle(setting, "sync", words("settings_sync_on"), false, turn);

  /** @param {boolean} on */
  async function turn(on) {
    await act(async () => {
      const theirs =
        on &&
        (await somethingSynced()) &&
        (await ask(words("settings_sync_ask"), words("settings_sync_theirs"), words("settings_sync_ours")));
      if (theirs === null) return;
      // Another device's settings are taken before this one's are sent, or they would be gone.
      if (theirs) await pull();
      // The background sends them when it sees this change, and nobody else does: two senders could undo what comes in between.
      await changeSettings((settings) => ({ ...settings, sync: on }));
    });
  }

  const made = section(
    setting,
    "storage",
    words("settings_storage"),
    paragraph(setting, words("settings_storage_about")),
    element(
      document,
      "table",
      {},
      element(
        document,
        "thead",
        {},
        element(
          document,
          "tr",
          {},
          ...["settings_stored", "settings_stored_now", "settings_stored_most"].map((key) =>
            element(document, "th", { scope: "col" }, words(key)),
          ),
        ),
      ),
      lines,
    ),
    total,
    element(document, "h3", {}, words("settings_sync")),
    paragraph(setting, words("settings_sync_about")),
    box,
    told,
  );

  return {
    element: made,
    uses: (state) => state,
    refresh({ settings, packs, siteFiles, health, use, sync }) {
      /** @type {[string, unknown, number][]} */
      const stored = [
        ["settings_stored_settings", settings, MOST_SETTINGS],
        ["settings_stored_packs", packs, PACK_BOUNDS.all],
        ["settings_stored_files", siteFiles, SITE_FILE_BOUNDS.all],
        ["settings_stored_health", health, MOST_HEALTH],
      ];
      const rows = stored.map(([key, value, most]) =>
        element(
          document,
          "tr",
          {},
          element(document, "th", { scope: "row" }, words(key)),
          element(document, "td", {}, size(words, JSON.stringify(value).length)),
          element(document, "td", {}, size(words, most)),
        ),
      );
      fill(lines, rows);
      total.textContent =
        use.most === null
          ? words("settings_used", size(words, use.used))
          : words("settings_used_of", size(words, use.used), size(words, use.most));
      check(made, "sync", settings.sync);
      told.hidden = !settings.sync || sync === null;
      if (!settings.sync || sync === null) return;
      const left = list(
        words,
        sync.left.map((part) => words(keyOf("left", part))),
      );
      if (sync.problem !== null) told.textContent = words("settings_sync_failed", sync.problem);
      else if (left !== "") told.textContent = words("settings_sync_left", moment(words, sync.when), left);
      else told.textContent = words("settings_synced", moment(words, sync.when));
    },
  };
}
