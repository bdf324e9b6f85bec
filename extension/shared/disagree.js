// What a reader can say against a label, each with the change of settings that does it and the one that takes it back; and the report of
// a wrong label, which is a text to edit and copy. Nothing is sent.

import { element } from "./element.js";
import { withoutPostOff, withoutRuleOff, withPause, withPostOff, withRuleOff, withSite, postKey } from "./settings-change.js";
import { quotesOf } from "./view.js";
import { keyOf, list, quoted } from "./words.js";

/** @typedef {import("./choose.js").Shown} Shown */
/** @typedef {import("./settings.js").Settings} Settings */
/** @typedef {import("./view.js").Setting} Setting */
/** @typedef {import("./words.js").Words} Words */
/** @typedef {{ kind: "post" } | { kind: "rule", rule: string } | { kind: "site" } | { kind: "hour" }} Off */
/** @typedef {(settings: Settings) => Settings} Change */

const HOUR = 3_600_000;

/**
 * @param {Off} what @param {{ text: string, host: string, now: number }} where
 * @returns {{ apply: Change, revert: Change, says: (words: Words) => string }}
 */
export function changesOf(what, { text, host, now }) {
  switch (what.kind) {
    case "post":
      return {
        apply: (settings) => withPostOff(settings, text, now),
        revert: (settings) => withoutPostOff(settings, postKey(text)),
        says: (words) => words("undone_post"),
      };
    case "rule":
      return {
        apply: (settings) => withRuleOff(settings, what.rule),
        revert: (settings) => withoutRuleOff(settings, what.rule),
        says: (words) => words("undone_rule"),
      };
    case "site":
      return {
        apply: (settings) => withSite(settings, host, false),
        revert: (settings) => withSite(settings, host, true),
        says: (words) => words("undone_site", host),
      };
    case "hour":
      return {
        apply: (settings) => withPause(settings, now + HOUR),
        revert: (settings) => withPause(settings, 0),
        says: (words) => words("undone_hour"),
      };
  }
}

/**
 * The buttons at the foot of a card.
 * @param {Setting} setting @param {Shown} shown @param {string} text the text that was judged @param {(what: Off) => void} off
 * @returns {Node[]}
 */
export function renderActions(setting, shown, text, off) {
  const { document, words } = setting;
  /** @param {string} says @param {Off} what */
  const button = (says, what) => {
    const made = element(document, "button", { type: "button", class: "action", "data-off": what.kind }, says);
    made.addEventListener("click", (event) => {
      if (event.isTrusted) off(what);
    });
    return made;
  };
  const rules = new Map(shown.labels.map(({ rule, id }) => [rule, id]));
  const ofRule = (/** @type {string} */ id) =>
    rules.size === 1 ? words("disagree_rule") : words("disagree_rule_of", words(keyOf("category", id)));
  return [
    element(
      document,
      "div",
      { class: "choices", role: "group", "aria-label": words("disagree_name") },
      button(words("disagree_post"), { kind: "post" }),
      ...[...rules].map(([rule, id]) => button(ofRule(id), { kind: "rule", rule })),
      button(words("disagree_site"), { kind: "site" }),
      button(words("disagree_hour"), { kind: "hour" }),
    ),
    // A reader's own word is there or not: no rule was wrong.
    ...(shown.labels.some(({ terms }) => !terms) ? [renderReport(setting, shown, text)] : []),
  ];
}

/** @param {Setting} setting @param {Shown} shown @param {string} text */
function renderReport({ document, words }, shown, text) {
  const area = element(document, "textarea", { id: "report", rows: 8, dir: "auto", spellcheck: "false" });
  const copy = element(document, "button", { type: "button", class: "action copy" }, words("report_copy"));
  const says = element(document, "p", { class: "copied" });
  const form = element(
    document,
    "details",
    { class: "report" },
    element(document, "summary", {}, words("report_open")),
    element(document, "label", { for: "report" }, words("report_edit")),
    area,
    copy,
    says,
  );
  form.addEventListener("toggle", () => {
    if (!form.open) return;
    says.setAttribute("role", "status"); // Not before: a card that merely opens has nothing to announce.
    if (area.value === "") {
      area.value = composeReport(words, shown, text);
      // What only the reader can say comes first: the keyboard is where it goes.
      const place = area.value.indexOf(words("report_why")) + words("report_why").length + 1;
      area.setSelectionRange(place, place);
    }
    area.focus();
  });
  copy.addEventListener("click", async (event) => {
    if (event.isTrusted) says.textContent = words((await copied(area)) ? "report_copied" : "report_not_copied");
  });
  return form;
}

/** A page may forbid the clipboard to whatever runs in it; what is selected can then still be copied. @param {HTMLTextAreaElement} area @returns {Promise<boolean>} */
async function copied(area) {
  try {
    await area.ownerDocument.defaultView?.navigator.clipboard.writeText(area.value);
    return true;
  } catch {
    area.select();
    return area.ownerDocument.execCommand("copy");
  }
}

/**
 * What a report of a wrong label says. No address and no author: whoever needs them in it writes them.
 * @param {Words} words @param {Shown} shown @param {string} text
 * @returns {string}
 */
export function composeReport(words, { labels, report }, text) {
  const judged = labels.filter(({ terms }) => !terms);
  const line = (/** @type {string} */ name, /** @type {string} */ value) => words("name_and_value", name, value);
  const of = judged.map((label) => {
    const found = quotesOf(text, label.spans).map(({ words: said }) => said);
    return [
      line(
        words(keyOf("category", label.id)),
        list(words, [words(keyOf("level", label.level)), words(keyOf("confidence", label.confidence))]),
      ),
      words("report_rule", label.rule),
      line(words("card_stance"), words(keyOf("stance", label.stance))),
      ...(found.length > 0 ? [line(words("card_words"), quoted(words, found))] : []),
      line(words("card_sum"), label.sum.map(({ part, points }) => `${part} ${points}`).join("; ")),
    ].join("\n");
  });
  const versions = words("card_versions", report.engine, report.rules);
  return [words("report_title"), ...of, `${words("report_why")}\n`, `${words("report_text")}\n${text}`, versions].join("\n\n");
}
