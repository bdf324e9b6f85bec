// The links out of a post, as lines that a reader can change: a name, a blank, an address.

import { element } from "../shared/element.js";
import { loadLinks, parsed, saveLinks, written } from "../shared/links.js";
import { button, paragraph, section } from "./parts.js";

/** @param {import("./parts.js").Page} page @returns {import("./parts.js").Part} */
export function links({ setting, act, say }) {
  const { document, words } = setting;
  const text = element(document, "textarea", { id: "links-text", rows: 8, dir: "ltr", spellcheck: "false" });
  const form = element(
    document,
    "form",
    { class: "stack" },
    element(document, "label", {}, words("links_lines"), text),
    element(
      document,
      "div",
      { class: "line" },
      element(document, "button", { type: "submit", class: "plain", id: "links-save" }, words("links_save")),
      button(setting, "links-reset", words("links_reset"), async () => {
        if (await act(() => saveLinks(null), words("links_are_reset"))) await show();
      }),
    ),
  );
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const { links: own, wrong } = parsed(text.value);
    if (wrong > 0) return say(words("links_wrong", wrong), true);
    await act(() => saveLinks(own), words("links_saved"));
  });

  async function show() {
    text.value = written(await loadLinks());
  }

  show();
  const about = paragraph(setting, words("links_about"));
  // Not refreshed from outside: another page's change must not take away what is being typed.
  return { element: section(setting, "links", words("links_title"), about, form), uses: () => null, refresh() {} };
}
