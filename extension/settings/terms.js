// The reader's own words to watch for.

import { element, focusUnlessGone } from "../shared/element.js";
import { changeSettings } from "../shared/settings.js";
import { withoutWatchTerm, withWatchTerm } from "../shared/settings-change.js";
import { BOUNDS, WATCH_LEVELS } from "../shared/settings-read.js";
import { count, keyOf } from "../shared/words.js";
import { button, fill, paragraph, section } from "./parts.js";

/** @param {import("./parts.js").Page} page @returns {import("./parts.js").Part} */
export function terms({ setting, state, act, say }) {
  const { document, words } = setting;
  const input = element(document, "input", { type: "text", id: "term", maxlength: BOUNDS.term, dir: "auto", autocomplete: "off" });
  const level = element(
    document,
    "select",
    { id: "term-level" },
    ...WATCH_LEVELS.map((one) => element(document, "option", { value: one }, words(keyOf("level", one)))),
  );
  const form = element(
    document,
    "form",
    { class: "line" },
    element(document, "label", { class: "grow" }, words("settings_term"), input),
    element(document, "label", {}, words("settings_term_level"), level),
    element(document, "button", { type: "submit", class: "plain", id: "term-add" }, words("settings_add")),
  );
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const term = input.value.trim();
    if (term === "") return input.focus();
    if (state().settings.watchTerms.length >= BOUNDS.watchTerms) return say(words("settings_terms_full", BOUNDS.watchTerms), true);
    const one = { term, level: WATCH_LEVELS.find((known) => known === level.value) ?? "note" };
    const added = await act(() => changeSettings((settings) => withWatchTerm(settings, one)), words("settings_term_added", term));
    if (added) input.value = "";
    focusUnlessGone(form, input);
  });
  const list = element(document, "ul", { class: "entries" });
  const sum = paragraph(setting, "");
  const about = paragraph(setting, words("settings_terms_about"));
  const made = section(setting, "terms", words("settings_terms"), about, form, list, sum);
  return {
    element: made,
    uses: ({ settings }) => settings.watchTerms,
    refresh({ settings: { watchTerms } }) {
      sum.textContent = count(words, "settings_terms_sum", watchTerms.length);
      fill(
        list,
        watchTerms.map(({ term, level: at }, place) =>
          element(
            document,
            "li",
            {},
            element(document, "span", { class: "grow" }, element(document, "bdi", { class: "name" }, term)),
            element(document, "span", { class: "small" }, words(keyOf("level", at))),
            button(
              setting,
              `term-remove-${place}`,
              words("settings_remove"),
              () => act(() => changeSettings((settings) => withoutWatchTerm(settings, term)), words("settings_removed", term)),
              words("settings_remove_one", term),
            ),
          ),
        ),
      );
    },
  };
}
