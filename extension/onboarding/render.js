// The elements of the first page.

import { element } from "../shared/element.js";
import { renderKeys } from "../shared/keys.js";
import { list as inList } from "../shared/words.js";

/** @typedef {import("../shared/view.js").Setting} Setting */
/** @typedef {"call" | "report" | "game"} Example */
/**
 * @typedef {{
 *   trial: Node, sites: string[], granted: boolean, keys: { name: string, key: string }[],
 *   onExample: (name: Example) => void, onGrant: () => void, onSettings: () => void, onKeys: () => void,
 * }} Scene
 */

/** @type {Record<Example, string>} */
const EXAMPLES = { call: "welcome_example_call", report: "welcome_example_report", game: "welcome_example_game" };

/** @param {Setting} setting @param {Scene} scene @returns {Node[]} */
export function renderOnboarding(setting, scene) {
  const { document, words } = setting;
  return [
    element(
      document,
      "header",
      {},
      element(document, "img", { class: "brand", src: "../icons/128.png", alt: "" }),
      element(document, "h1", {}, words("welcome_title")),
      element(document, "p", { class: "lead" }, words("welcome_lead")),
    ),
    renderSites(setting, scene),
    renderExample(setting, scene),
    renderList(setting, "welcome_does", ["welcome_does_1", "welcome_does_2", "welcome_does_3"]),
    renderList(setting, "welcome_not", ["welcome_not_1", "welcome_not_2", "welcome_not_3", "welcome_not_4"]),
    renderList(setting, "welcome_private", ["welcome_private_1", "welcome_private_2", "welcome_private_3"], words("welcome_private_lead")),
    section(setting, "welcome_keys", renderKeys(setting, scene.keys, scene.onKeys)),
    section(
      setting,
      "welcome_next",
      element(document, "p", {}, words("welcome_next_text")),
      button(setting, "settings", "welcome_settings", scene.onSettings),
    ),
  ];
}

/** @param {Setting} setting @param {Scene} scene */
function renderSites(setting, { sites, granted, onGrant }) {
  const { document, words } = setting;
  const list = inList(words, sites);
  if (granted) {
    return section(
      setting,
      "welcome_sites",
      element(document, "p", {}, words("welcome_sites_list", list)),
      element(document, "p", {}, words("welcome_sites_other")),
    );
  }
  const ask = button(setting, "grant", "welcome_grant", onGrant);
  ask.className = "main-button";
  const call = section(
    setting,
    "welcome_ask",
    element(document, "p", {}, words("welcome_ask_text")),
    element(document, "p", {}, words("welcome_ask_list", list)),
    ask,
    element(document, "p", { class: "small" }, words("welcome_ask_later")),
  );
  call.className = "call";
  return call;
}

/** @param {Setting} setting @param {Scene} scene */
function renderExample(setting, { trial, onExample }) {
  const { document, words } = setting;
  const examples = Object.entries(EXAMPLES).map(([name, says]) =>
    button(setting, `example-${name}`, says, () => onExample(/** @type {Example} */ (name))),
  );
  return section(
    setting,
    "welcome_try",
    element(document, "p", {}, words("welcome_try_lead")),
    element(document, "div", { class: "buttons" }, ...examples),
    trial,
  );
}

/** @param {Setting} setting @param {string} title @param {string[]} items @param {string} [lead] */
function renderList(setting, title, items, lead) {
  const { document, words } = setting;
  return section(
    setting,
    title,
    lead ? element(document, "p", {}, lead) : null,
    element(document, "ul", {}, ...items.map((item) => element(document, "li", {}, words(item)))),
  );
}

/** @param {Setting} setting @param {string} title @param {...(Node | null)} content */
function section({ document, words }, title, ...content) {
  return element(document, "section", { "aria-labelledby": title }, element(document, "h2", { id: title }, words(title)), ...content);
}

/** @param {Setting} setting @param {string} id @param {string} says @param {() => void} onClick */
function button({ document, words }, id, says, onClick) {
  const made = element(document, "button", { type: "button", class: "plain", id }, words(says));
  made.addEventListener("click", onClick);
  return made;
}
