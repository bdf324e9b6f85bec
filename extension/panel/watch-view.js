// Crisis watch: what is watched, until when, and a form for another.

import { changeSettings } from "../shared/settings.js";
import { BOUNDS } from "../shared/settings-read.js";
import { crisesNow } from "../shared/crisis.js";
import { element, focusUnlessGone } from "../shared/element.js";
import { count } from "../shared/words.js";
import { momentOf } from "./chart.js";
import { button, field, select } from "./controls.js";

/** @typedef {import("../shared/settings.js").Settings} Settings */
/** @typedef {import("../shared/settings.js").Crisis} Crisis */
/** @typedef {import("../shared/view.js").Setting} Setting */

const DAY = 86_400e3;
const DAYS = ["1", "3", "7", "14", "30"];

export class WatchView {
  #setting;
  #list;
  #form;

  /** @param {Setting} setting */
  constructor(setting) {
    const { document, words } = setting;
    this.#setting = setting;
    this.#list = element(document, "ul", { class: "crises", "aria-label": words("crisis_title") });
    this.#form = this.#makeForm();
    this.node = element(
      document,
      "div",
      { class: "watch" },
      element(document, "p", { class: "small" }, words("crisis_means")),
      this.#list,
      this.#form,
    );
  }

  /** @param {Settings} settings */
  show(settings) {
    const { document, words } = this.#setting;
    const now = crisesNow(settings, Date.now());
    this.#list.replaceChildren(
      ...now.map((crisis) =>
        element(
          document,
          "li",
          { class: "crisis" },
          element(document, "b", { dir: "auto" }, crisis.name),
          element(document, "p", { class: "small", dir: "auto" }, crisis.terms.join(", ")),
          element(
            document,
            "p",
            { class: "small" },
            words(`crisis_${crisis.sensitivity}`),
            " · ",
            words("crisis_until", momentOf(words, crisis.until)),
          ),
          button(document, words("crisis_end"), () => end(crisis), {
            "aria-label": words("name_and_value", words("crisis_end"), crisis.name),
          }),
        ),
      ),
    );
    if (now.length === 0) this.#list.append(element(document, "li", { class: "small" }, words("crisis_none")));
    const full = now.length >= BOUNDS.crises;
    /** @type {HTMLButtonElement} */ (this.#form.querySelector("#crisis-add")).disabled = full;
  }

  #makeForm() {
    const { document, words } = this.#setting;
    const name = element(document, "input", {
      id: "crisis-name",
      required: true,
      maxlength: BOUNDS.name,
      placeholder: words("crisis_name_like"),
    });
    const terms = element(document, "input", { id: "crisis-terms", required: true, placeholder: words("crisis_terms_like") });
    const days = select(
      document,
      "crisis-days",
      DAYS.map((value) => ({ value, text: count(words, "crisis_days", Number(value)) })),
    );
    days.value = "3";
    const how = select(document, "crisis-how", [
      { value: "higher", text: words("crisis_higher") },
      { value: "highest", text: words("crisis_highest") },
    ]);
    const form = element(
      document,
      "form",
      { class: "crisis-form", "aria-label": words("crisis_new") },
      element(document, "h2", {}, words("crisis_new")),
      field(document, words("crisis_name"), name),
      field(document, words("crisis_terms"), terms),
      field(document, words("crisis_for"), days),
      field(document, words("crisis_how"), how),
      element(document, "button", { type: "submit", class: "plain", id: "crisis-add" }, words("crisis_add")),
    );
    form.addEventListener("submit", async (event) => {
      event.preventDefault();
      const sensitivity = how.value === "highest" ? "highest" : "higher";
      const wanted = termsOf(terms.value);
      if (name.value.trim() === "" || wanted.length === 0) return;
      await begin({ name: name.value.trim(), terms: wanted, sensitivity, until: Date.now() + Number(days.value) * DAY });
      form.reset();
      days.value = "3";
      focusUnlessGone(form, name);
    });
    return form;
  }
}

/** @param {string} typed words and names with commas between them @returns {string[]} */
export function termsOf(typed) {
  const terms = typed.split(/[,،、;\n]/).map((term) => term.trim().slice(0, BOUNDS.term));
  return [...new Set(terms)].filter((term) => term !== "").slice(0, BOUNDS.crisisTerms);
}

/** One of the same name is replaced, and what has ended makes room. @param {Crisis} crisis */
function begin(crisis) {
  return changeSettings((settings) => ({
    ...settings,
    crises: [...crisesNow(settings, Date.now()).filter(({ name }) => name !== crisis.name), crisis],
  }));
}

/** @param {Crisis} crisis */
function end({ name, until }) {
  return changeSettings((settings) => ({ ...settings, crises: settings.crises.filter((one) => one.name !== name || one.until !== until) }));
}
