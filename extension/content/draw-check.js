// The card for words that the reader selected, over the page that they stand on.

import { showAll } from "../shared/choose.js";
import { element } from "../shared/element.js";
import { renderNothing } from "../shared/nothing.js";
import { renderCard } from "../shared/view.js";
import { placeFor } from "./beside.js";
import { Host } from "./draw-host.js";

/** @typedef {import("../shared/view.js").Setting} Setting */

/**
 * @param {Setting} setting @param {string} text @param {import("../engine/firebreak.js").Report} report
 * @returns {(() => void) | null} closes it; null: this document cannot show it
 */
export function drawCheck(setting, text, report) {
  const { document, words } = setting;
  const root = document.documentElement;
  const view = /** @type {Window & typeof globalThis} */ (document.defaultView);
  if (!(root instanceof view.HTMLElement)) return null; // A picture or a feed has no place for it.
  const shown = showAll(report);
  const over = element(document, "div", { class: "over at-selection", popover: "auto" });
  const onClose = () => over.hidePopover();
  const card = shown ? renderCard(setting, shown, text, { onClose }) : renderNothing(setting, report, onClose);
  card.setAttribute("autofocus", "");
  over.append(card);
  const host = new Host(setting, words("check_name"), over);
  over.addEventListener("toggle", (event) => event.newState === "closed" && host.remove());
  root.append(host.element);
  host.followTheme();
  const place = placeFor(selectionBox(document), { width: view.innerWidth, height: view.innerHeight });
  for (const [property, value] of Object.entries(place)) over.style.setProperty(property, value);
  over.showPopover();
  return onClose;
}

/** @param {Document} document @returns {{ left: number, top: number, bottom: number } | null} */
function selectionBox(document) {
  const selection = document.getSelection();
  if (!selection || selection.rangeCount === 0) return null;
  const { left, top, bottom, width, height } = selection.getRangeAt(0).getBoundingClientRect();
  return width > 0 || height > 0 ? { left, top, bottom } : null;
}
