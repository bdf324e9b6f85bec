// What is said of a text that has no label, in the place of a card.

import { isJudged } from "./choose.js";
import { element } from "./element.js";
import { closeButton } from "./view.js";
import { keyOf } from "./words.js";

/** @typedef {import("../engine/firebreak.js").Report} Report */

/** @param {import("./view.js").Setting} setting @param {Report} report @param {() => void} [onClose] @returns {HTMLElement} */
export function renderNothing(setting, report, onClose) {
  const { document, words, direction } = setting;
  return element(
    document,
    "section",
    { class: "card", dir: direction, role: "dialog", tabindex: -1, "aria-label": words("check_title") },
    onClose ? closeButton(setting, onClose) : null,
    element(
      document,
      "div",
      { class: "part" },
      element(document, "h3", { class: "category" }, words("nothing_title")),
      element(document, "p", { class: "reason" }, why(setting.words, report)),
    ),
    element(
      document,
      "footer",
      { class: "foot" },
      element(document, "p", { class: "limits" }, words("card_limits")),
      element(document, "p", { class: "versions" }, words("card_versions", report.engine, report.rules)),
    ),
  );
}

/** @param {import("./words.js").Words} words @param {Report} report */
function why(words, report) {
  if (!isJudged(report)) return words("nothing_language");
  if (report.stance === "asserts") return words("nothing_found");
  return words("nothing_stance", words(keyOf("stance", report.stance)));
}
