// What becomes of each category, and the level from which labels are shown.

import { drawing, element } from "../shared/element.js";
import { shapeOf } from "../shared/icons.js";
import { changeSettings } from "../shared/settings.js";
import { withCategory } from "../shared/settings-change.js";
import { defaults, SHOW_FROM, TREATMENTS } from "../shared/settings-read.js";
import { keyOf } from "../shared/words.js";
import { check, choice, paragraph, section } from "./parts.js";

/** @param {import("./parts.js").Page} page @returns {import("./parts.js").Part} */
export function categories({ setting, act }) {
  const { document, words } = setting;
  const rows = Object.keys(defaults().categories).map((id) => {
    const choices = TREATMENTS.map((treatment) => ({ id: treatment, text: words(keyOf("treatment", treatment)) }));
    return choice(setting, `category-${id}`, words(keyOf("category", id)), choices, (chosen) => {
      const treatment = TREATMENTS.find((one) => one === chosen) ?? "label";
      act(() => changeSettings((settings) => withCategory(settings, id, treatment)));
    });
  });
  const levels = SHOW_FROM.map((level) => ({
    id: level,
    text: words(keyOf("level", level)),
    icon: drawing(document, shapeOf(level), { class: "icon" }),
    level,
  }));
  const from = choice(setting, "from", words("popup_show_from"), levels, (chosen) => {
    const showFrom = SHOW_FROM.find((level) => level === chosen) ?? "caution";
    act(() => changeSettings((settings) => ({ ...settings, showFrom })));
  });
  const made = section(
    setting,
    "labels",
    words("settings_labels"),
    paragraph(setting, words("settings_labels_about")),
    element(document, "div", { class: "rows" }, ...rows),
    element(document, "div", { class: "apart" }, from, paragraph(setting, words("settings_from_about"))),
  );
  return {
    element: made,
    uses: ({ settings }) => [settings.categories, settings.showFrom],
    refresh({ settings }) {
      for (const [id, treatment] of Object.entries(settings.categories)) check(made, `category-${id}-${treatment}`);
      check(made, `from-${settings.showFrom}`);
    },
  };
}
