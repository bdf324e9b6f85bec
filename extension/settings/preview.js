// Sample posts as these settings show them: the words are the project's own, the reports the engine's, the labels those of the pages.

import { choose } from "../shared/choose.js";
import { element } from "../shared/element.js";
import examples from "../shared/examples.json" with { type: "json" };
import { askBackground } from "../shared/protocol.js";
import { renderCard, renderLabel } from "../shared/view.js";
import { fill, paragraph, section } from "./parts.js";

/** @typedef {import("../engine/firebreak.js").Report} Report */
/** @typedef {import("../shared/settings.js").Settings} Settings */

const TEXTS = [...examples.categories, ...examples.stances].map(({ text }) => text);

/** @param {import("./parts.js").Page} page @returns {import("./parts.js").Part & { judge: () => Promise<void> }} */
export function preview({ setting, state, say }) {
  const { document, words } = setting;
  const summary = element(document, "p", { class: "lead", role: "status" });
  const list = element(document, "ul", { class: "samples" });
  /** @type {Report[]} */
  let reports = [];
  const made = section(setting, "preview", words("settings_preview"), paragraph(setting, words("settings_preview_about")), summary, list);

  /** Asks the engine, when the page opens and when its rules change. */
  async function judge() {
    try {
      reports = (await askBackground("page-to-background/judge", { texts: TEXTS })).map(({ report }) => report);
      refresh(state());
    } catch (error) {
      say(words("popup_engine_failed", error instanceof Error ? error.message : String(error)), true);
    }
  }

  /** @param {{ settings: Settings }} state */
  function refresh({ settings }) {
    // What was said of single posts, and a pause, are no matter of taste: the samples show what the rest of the settings does.
    const taste = { ...settings, pausedUntil: 0, postsOff: [] };
    const shown = reports.map((report, place) => choose(report, taste, TEXTS[place] ?? ""));
    summary.textContent = reports.length === 0 ? "" : words("settings_preview_sum", shown.filter(Boolean).length, shown.length);
    fill(
      list,
      shown.map((one, place) => sample(TEXTS[place] ?? "", one, place)),
    );
  }

  /** @param {string} text @param {import("../shared/choose.js").Shown | null} shown @param {number} place */
  function sample(text, shown, place) {
    const item = element(
      document,
      "li",
      {},
      element(document, "p", { lang: "en", dir: "auto", class: shown?.cover ? "covered" : null }, text),
    );
    if (!shown) {
      item.append(paragraph(setting, words("settings_preview_none")));
      return item;
    }
    const label = renderLabel(setting, shown);
    label.id = `sample-${place}`;
    label.addEventListener("click", () => {
      const open = label.getAttribute("aria-expanded") !== "true";
      label.setAttribute("aria-expanded", String(open));
      if (!open) return item.querySelector(".card")?.remove();
      const card = renderCard(setting, shown, text);
      card.setAttribute("role", "group"); // It stands in the page and covers nothing.
      item.append(card);
    });
    if (shown.cover) item.append(paragraph(setting, words("settings_preview_covered")));
    item.append(label);
    return item;
  }

  return { element: made, uses: ({ settings }) => settings, refresh, judge };
}
