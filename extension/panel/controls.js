// The few controls that the panel's views share.

import { element } from "../shared/element.js";

/** @param {Document} document @param {string} id @param {{ value: string, text: string }[]} choices @param {(value: string) => void} [onChange] */
export function select(document, id, choices, onChange) {
  const options = choices.map(({ value, text }) => element(document, "option", { value }, text));
  const made = element(document, "select", { id }, ...options);
  if (onChange) made.addEventListener("change", () => onChange(made.value));
  return made;
}

/** A control with its name above it. @param {Document} document @param {string} name @param {Node} control */
export function field(document, name, control) {
  return element(document, "label", { class: "field" }, element(document, "span", {}, name), control);
}

/**
 * @param {Document} document @param {string} text @param {() => unknown} onPress
 * @param {import("../shared/element.js").Attributes} [attributes]
 */
export function button(document, text, onPress, attributes = {}) {
  const made = element(document, "button", { type: "button", class: "plain", ...attributes }, text);
  made.addEventListener("click", () => onPress());
  return made;
}

/** "0.3 kB", "12 kB", "3.4 MB". @param {number} bytes @param {string} language */
export function sizeOf(bytes, language) {
  const [unit, size] = bytes < 1e6 ? ["kilobyte", bytes / 1e3] : ["megabyte", bytes / 1e6];
  return new Intl.NumberFormat(language, { style: "unit", unit, unitDisplay: "short", maximumFractionDigits: 1 }).format(size);
}
