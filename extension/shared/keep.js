// The button at the foot of a card that keeps the post as evidence, and says how it went.

import { element } from "./element.js";

/** @param {import("./view.js").Setting} setting @param {() => Promise<unknown>} save @returns {Node[]} */
export function renderKeep({ document, words }, save) {
  const says = element(document, "p", { class: "copied" });
  const button = element(document, "button", { type: "button", class: "action keep" }, words("card_keep"));
  button.addEventListener("click", async (event) => {
    if (!event.isTrusted) return;
    says.setAttribute("role", "status"); // Not before: a card that merely opens has nothing to announce.
    button.disabled = true; // One press, one card.
    says.textContent = await save().then(
      () => words("card_kept"),
      (error) => words("card_not_kept", error instanceof Error ? error.message : String(error)),
    );
    button.disabled = false;
  });
  return [button, says];
}
