// In which languages posts get labels, and in which Firebreak itself speaks.

import { element } from "../shared/element.js";
import { changeSettings } from "../shared/settings.js";
import { withLanguage } from "../shared/settings-change.js";
import { LANGUAGES } from "../shared/settings-read.js";
import { check, paragraph, section, toggle } from "./parts.js";

/** @param {import("./parts.js").Page} page @returns {import("./parts.js").Part} */
export function languages({ setting, act }) {
  const { document, words } = setting;
  const names = new Intl.DisplayNames(words("language_tag"), { type: "language" });
  // A text too short to tell is read as English by the engine, and has no name of its own.
  const named = (/** @type {string} */ code) => (code === "und" ? words("settings_language_unknown") : (names.of(code) ?? code));
  const switches = LANGUAGES.map((code) => {
    const change = (/** @type {boolean} */ on) => act(() => changeSettings((settings) => withLanguage(settings, code, on)));
    return element(document, "li", {}, toggle(setting, `language-${code}`, named(code), true, change));
  });
  const made = section(
    setting,
    "languages",
    words("settings_languages"),
    paragraph(setting, words("settings_languages_about")),
    element(document, "ul", { class: "entries" }, ...switches),
    paragraph(setting, words("settings_languages_own", names.of(words("language_tag")) ?? "")),
  );
  return {
    element: made,
    uses: ({ settings }) => settings.languages,
    refresh({ settings }) {
      for (const code of LANGUAGES) check(made, `language-${code}`, settings.languages.includes(code));
    },
  };
}
