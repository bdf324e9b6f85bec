// Chooses what is exported, in which form, and gives the files to the browser to save. No permission is needed for that: they are links
// to data that this page made, pressed for the reader.

import { element } from "../shared/element.js";
import look from "./export.css";
import { button, field, select } from "./controls.js";
import { exportCards, FORMAT_NAMES } from "./export.js";

/** @typedef {import("../shared/card.js").Card} Card */
/** @typedef {import("../shared/view.js").Setting} Setting */

/**
 * @param {Setting} setting
 * @param {{ id: string, choices: { value: string, text: string }[], cards: (choice: string) => Promise<Card[]> }} options
 *   id: tells several bars of a page apart; cards: those of a choice, made or fetched when they are asked for
 */
export function exportBar({ document, words, direction }, { id, choices, cards }) {
  const what = select(document, `${id}-what`, choices);
  const bom = element(document, "input", { type: "checkbox", id: `${id}-bom` });
  const withBom = element(document, "label", { class: "bom", hidden: true }, bom, ` ${words("export_bom")}`);
  const names = FORMAT_NAMES.map((name) => ({ value: name, text: words(`export_${name}`) }));
  const format = select(document, `${id}-format`, names, (name) => {
    withBom.hidden = name !== "csv";
  });
  const said = element(document, "p", { class: "small", role: "status", id: `${id}-said` });
  const run = async () => {
    const chosen = await cards(what.value);
    if (chosen.length === 0) {
      said.textContent = words("export_nothing");
      return;
    }
    const name = FORMAT_NAMES.find((one) => one === format.value) ?? "jsonld";
    const files = await exportCards(chosen, { format: name, words, look, direction, now: new Date(), bom: bom.checked });
    for (const file of files) give(document, file);
    said.textContent = words("export_done", files.map((file) => file.name).join(", "));
  };
  return element(
    document,
    "section",
    { class: "export", "aria-label": words("export_label") },
    field(document, words("export_what"), what),
    field(document, words("export_format"), format),
    button(document, words("export_run"), run, { id: `${id}-run` }),
    withBom,
    said,
  );
}

/** @param {Document} document @param {import("./export.js").File} file */
function give(document, { name, type, bytes }) {
  const url = URL.createObjectURL(new Blob([bytes], { type }));
  const link = element(document, "a", { href: url, download: name, hidden: true });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(url), 60_000); // The browser reads it after the press, at a moment that it does not tell.
}
