// Everything that the reader said no to, each with the way back.

import { element } from "../shared/element.js";
import { changeSettings } from "../shared/settings.js";
import { pausedNow, withoutPostOff, withoutRuleOff, withPause, withSite } from "../shared/settings-change.js";
import { button, fill, paragraph, section } from "./parts.js";
import { moment } from "./when.js";

/** @typedef {import("../shared/settings.js").Settings} Settings */

/** @param {import("./parts.js").Page} page @returns {import("./parts.js").Part} */
export function disagreed({ setting, act }) {
  const { document, words } = setting;
  const place = element(document, "div", {});
  const made = section(setting, "disagreed", words("settings_disagreed"), paragraph(setting, words("settings_disagreed_about")), place);

  /** @param {string} id @param {string} text @param {(settings: Settings) => Settings} back @param {string} [detail] */
  function entry(id, text, back, detail) {
    return element(
      document,
      "li",
      {},
      element(
        document,
        "span",
        { class: "grow" },
        element(document, "bdi", { class: "name" }, text),
        detail === undefined ? null : element(document, "span", { class: "small", dir: "ltr" }, detail),
      ),
      button(
        setting,
        id,
        words("settings_take_back"),
        () => act(() => changeSettings(back), words("settings_taken_back", text)),
        words("settings_take_back_one", text),
      ),
    );
  }

  /** @param {string} title @param {HTMLElement[]} entries @returns {HTMLElement[]} */
  function group(title, entries) {
    if (entries.length === 0) return [];
    return [element(document, "h3", {}, title), element(document, "ul", { class: "entries" }, ...entries)];
  }

  return {
    element: made,
    uses: ({ settings }) => settings,
    refresh({ settings }) {
      const { pausedUntil, sitesOff, rulesOff, postsOff } = settings;
      const paused = pausedNow(settings, Date.now())
        ? [entry("back-pause", words("settings_paused", moment(words, pausedUntil)), (now) => withPause(now, 0))]
        : [];
      const groups = [
        ...group(words("settings_pause"), paused),
        ...group(
          words("settings_sites_off"),
          sitesOff.map((host, at) => entry(`back-site-${at}`, host, (now) => withSite(now, host, true))),
        ),
        ...group(
          words("settings_rules_off"),
          rulesOff.map((rule, at) => entry(`back-rule-${at}`, rule, (now) => withoutRuleOff(now, rule))),
        ),
        ...group(
          words("settings_posts_off"),
          postsOff
            .toReversed()
            .map(({ key, when }, at) =>
              entry(`back-post-${at}`, words("settings_post_off", moment(words, when)), (now) => withoutPostOff(now, key), key),
            ),
        ),
      ];
      fill(place, groups.length > 0 ? groups : [paragraph(setting, words("settings_disagreed_none"))]);
    },
  };
}
