// Sample posts as these settings show them: the words are the project's own; rules and language model judge them as on a page, and the
// labels are those of the pages.

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
  /** @type {string[]} what each sample shows now */
  const drawn = [];
  const made = section(setting, "preview", words("settings_preview"), paragraph(setting, words("settings_preview_about")), summary, list);

  let round = 0;

  /** Asks when the page opens and when the rules change: the rules at once, then the language model of those that it should read. */
  async function judge() {
    round += 1;
    const own = round;
    try {
      const judged = await askBackground("page-to-background/judge", { texts: TEXTS });
      if (own !== round) return;
      reports = judged.map(({ report }) => report);
      list.setAttribute("aria-busy", "true");
      refresh(state());
      for (const [place, { pending }] of judged.entries()) {
        if (pending === "no") continue;
        const report = await askBackground("page-to-background/read", { text: TEXTS[place] ?? "" });
        if (own !== round) return; // Other rules have come meanwhile.
        reports[place] = report;
        refresh(state());
      }
      list.removeAttribute("aria-busy");
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
    shown.forEach((one, place) => draw(one, place));
  }

  /** A sample that is judged as before stays as it is, with its card if that is open. @param {import("../shared/choose.js").Shown | null} shown @param {number} place */
  function draw(shown, place) {
    const text = JSON.stringify(shown);
    if (drawn[place] === text) return;
    drawn[place] = text;
    const slot = list.children[place] ?? list.appendChild(element(document, "li", {}));
    fill(/** @type {HTMLElement} */ (slot), sample(TEXTS[place] ?? "", shown, place));
  }

  /** @param {string} text @param {import("../shared/choose.js").Shown | null} shown @param {number} place @returns {Node[]} */
  function sample(text, shown, place) {
    const post = element(document, "p", { lang: "en", dir: "auto", class: shown?.cover ? "covered" : null }, text);
    if (!shown) return [post, paragraph(setting, words("settings_preview_none"))];
    const label = renderLabel(setting, shown);
    label.id = `sample-${place}`;
    label.addEventListener("click", () => {
      const open = label.getAttribute("aria-expanded") !== "true";
      label.setAttribute("aria-expanded", String(open));
      if (!open) return label.parentElement?.querySelector(".card")?.remove();
      const card = renderCard(setting, shown, text);
      card.setAttribute("role", "group"); // It stands in the page and covers nothing.
      label.after(card);
    });
    return [post, ...(shown.cover ? [paragraph(setting, words("settings_preview_covered"))] : []), label];
  }

  return { element: made, uses: ({ settings }) => settings, refresh, judge };
}
