// A text to write in and what is said of it: the same label and the same card as beside a post, judged by the same engine.

import { showAll } from "./choose.js";
import { element } from "./element.js";
import { renderNothing } from "./nothing.js";
import { askBackground } from "./protocol.js";
import { renderCard, renderLabel } from "./view.js";

/** @typedef {import("../engine/firebreak.js").Report} Report */
/** @typedef {{ node: HTMLElement, write: (text: string) => void }} Try */

/**
 * @param {import("./view.js").Setting} setting @param {string} name what the text is called @param {(error: unknown) => void} failed
 * @returns {Try} write puts a text in the reader's place
 */
export function renderTry(setting, name, failed) {
  const { document } = setting;
  const area = element(document, "textarea", { id: "try", rows: 4, dir: "auto", spellcheck: "false" });
  const says = element(document, "div", { class: "says" });

  const look = async () => {
    const text = area.value;
    if (text.trim() === "") return says.replaceChildren();
    // An answer to older words comes too late.
    const show = (/** @type {Report} */ report) => text === area.value && says.replaceChildren(...answer(setting, text, report));
    try {
      const [judged] = await askBackground("page-to-background/judge", { texts: [text] });
      if (!judged) throw new Error("no report came back");
      show(judged.report);
      if (judged.pending !== "no" && text === area.value) show(await askBackground("page-to-background/read", { text }));
    } catch (error) {
      failed(error);
    }
  };
  area.addEventListener("input", look);
  return {
    node: element(document, "div", { class: "try" }, element(document, "label", { for: "try" }, name), area, says),
    write: (text) => {
      area.value = text;
      look();
    },
  };
}

/** @param {import("./view.js").Setting} setting @param {string} text @param {Report} report @returns {Node[]} */
function answer(setting, text, report) {
  const shown = showAll(report);
  const card = shown ? renderCard(setting, shown, text) : renderNothing(setting, report);
  card.setAttribute("role", "group"); // It stands in the page and opens over nothing.
  card.removeAttribute("tabindex");
  if (!shown) return [card];
  const label = renderLabel(setting, shown);
  label.setAttribute("aria-expanded", "true");
  label.addEventListener("click", () => {
    card.hidden = !card.hidden;
    label.setAttribute("aria-expanded", String(!card.hidden));
  });
  return [label, card];
}
