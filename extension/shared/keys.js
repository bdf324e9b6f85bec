// The keys of the manifest's commands as the reader has them now, and the way to where the browser changes them.

import { element } from "./element.js";

/**
 * @param {import("./view.js").Setting} setting @param {{ name: string, key: string }[]} keys @param {() => void} onChange
 * @returns {HTMLElement}
 */
export function renderKeys({ document, words }, keys, onChange) {
  const change = element(document, "button", { type: "button", class: "plain", id: "keys" }, words("command_change"));
  change.addEventListener("click", onChange);
  return element(
    document,
    "div",
    { class: "keys" },
    element(
      document,
      "dl",
      {},
      ...keys.flatMap(({ name, key }) => [
        element(document, "dt", {}, words(`command_${name.replaceAll("-", "_")}`)),
        element(document, "dd", {}, key === "" ? words("command_no_key") : element(document, "kbd", { dir: "ltr" }, key)),
      ]),
    ),
    change,
  );
}
