// All settings as a file, back from a file, and away.

import { forget, giveSiteBack } from "../shared/browser.js";
import { element } from "../shared/element.js";
import { HEALTH_KEY } from "../shared/health.js";
import { changePacks, PACKS_KEY } from "../shared/packs.js";
import { changeSettings, SETTINGS_KEY } from "../shared/settings.js";
import { fromFile, toFile } from "../shared/settings-file.js";
import { selectorCheck } from "../shared/site-file.js";
import { changeSiteFiles, SITE_FILES_KEY } from "../shared/site-files.js";
import { STATE_KEY } from "../shared/sync.js";
import { count, list } from "../shared/words.js";
import { button, download, filePicker, paragraph, section } from "./parts.js";
import { look } from "./state.js";

/** @param {import("./parts.js").Page} page @returns {import("./parts.js").Part} */
export function backup({ setting, state, act, ask }) {
  const { document, words } = setting;
  const fault = element(document, "p", { class: "problem", id: "import-fault", role: "alert", hidden: true });

  async function save() {
    const now = Date.now();
    const name = `firebreak-settings-${new Date(now).toISOString().slice(0, 10)}.json`;
    // What is stored, not what the page shows: a choice made a moment ago may not be drawn yet, and must not be lost.
    download(setting, name, toFile(await look(), now), "application/json");
  }

  /** @param {File} file */
  async function take(file) {
    const read = fromFile(await file.text(), selectorCheck(document));
    fault.hidden = read.fault === null;
    fault.textContent = read.fault === null ? "" : words("name_and_value", file.name, words(read.fault.key, ...read.fault.values));
    if (read.value === null) return;
    const { settings, packs, siteFiles } = read.value;
    const holds = list(words, [
      count(words, "settings_terms_sum", settings.watchTerms.length),
      count(words, "settings_packs_sum", packs.length),
      count(words, "settings_files_sum", siteFiles.length),
    ]);
    if (!(await ask(words("settings_import_ask", file.name, holds), words("settings_import_yes")))) return;
    await act(
      async () => {
        // Whether this device takes part in syncing is its own affair.
        await changeSettings(({ sync }) => ({ ...settings, sync }));
        await changePacks(() => packs);
        await changeSiteFiles(() => siteFiles);
      },
      words("settings_imported", file.name),
    );
  }

  async function reset() {
    if (!(await ask(words("settings_reset_ask"), words("settings_reset_yes")))) return;
    await act(async () => {
      for (const pattern of state().granted) await giveSiteBack(pattern);
      await forget([SETTINGS_KEY, PACKS_KEY, SITE_FILES_KEY, HEALTH_KEY, STATE_KEY]);
    }, words("settings_reset_done"));
  }

  const made = section(
    setting,
    "backup",
    words("settings_backup"),
    paragraph(setting, words("settings_backup_about")),
    fault,
    element(
      document,
      "div",
      { class: "line" },
      button(setting, "export", words("settings_export_all"), save),
      filePicker(setting, "import", words("settings_import"), ".json,application/json", take),
      button(setting, "reset", words("settings_reset"), reset),
    ),
  );
  return { element: made, uses: () => null, refresh() {} };
}
