// Where a reader gives a site file of their own: checked as a whole, with the place of the fault, before it takes the place of another.

import { element } from "../shared/element.js";
import { checkSiteFile, selectorCheck } from "../shared/site-file.js";
import { changeSiteFiles, SITE_FILE_BOUNDS, withSiteFile } from "../shared/site-files.js";
import { sites as builtIn } from "../sites/index.js";
import { filePicker, paragraph } from "./parts.js";

/** @param {import("./parts.js").Page} page @returns {{ element: HTMLElement, edit: (name: string) => void }} */
export function siteForm({ setting, state, act }) {
  const { document, words } = setting;
  const text = element(document, "textarea", {
    id: "site-text",
    rows: 10,
    dir: "ltr",
    spellcheck: "false",
    "aria-describedby": "site-fault",
  });
  const fault = element(document, "p", { class: "problem", id: "site-fault", role: "alert", hidden: true });
  const form = element(
    document,
    "form",
    { class: "stack" },
    paragraph(setting, words("settings_site_form_about")),
    element(document, "label", {}, words("settings_site_text"), text),
    fault,
    element(
      document,
      "div",
      { class: "line" },
      element(document, "button", { type: "submit", class: "plain", id: "site-use" }, words("settings_site_use")),
      filePicker(setting, "site-file", words("settings_pick"), ".json,application/json", async (file) => {
        text.value = await file.text();
        await use(file.name);
      }),
    ),
  );
  const made = element(document, "details", { id: "site-form" }, element(document, "summary", {}, words("settings_site_form")), form);

  /** @param {string} problem empty: none */
  function blame(problem) {
    fault.textContent = problem;
    fault.hidden = problem === "";
    if (problem === "") text.removeAttribute("aria-invalid");
    else text.setAttribute("aria-invalid", "true");
  }

  /** @param {string} file how the reader knows it */
  async function use(file) {
    const checked = checkSiteFile(text.value, selectorCheck(document));
    if (!checked.ok) {
      blame(words("settings_site_fault", file, checked.error));
      return text.focus();
    }
    const { name, title } = checked.value;
    const others = state().siteFiles.filter((own) => own.name !== name);
    const characters = others.reduce((sum, own) => sum + own.text.length, text.value.length);
    if (others.length >= SITE_FILE_BOUNDS.files || characters > SITE_FILE_BOUNDS.all) return blame(words("settings_site_full"));
    blame("");
    const own = { name, text: text.value, added: Date.now() };
    if (await act(() => changeSiteFiles((files) => withSiteFile(files, own)), words("settings_site_used", title))) text.value = "";
  }

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    use(words("settings_site_text"));
  });
  return {
    element: made,
    edit(name) {
      const own = state().siteFiles.find((file) => file.name === name);
      text.value =
        own?.text ??
        JSON.stringify(
          builtIn.find((site) => site.name === name),
          null,
          2,
        );
      blame("");
      made.open = true;
      text.focus();
    },
  };
}
