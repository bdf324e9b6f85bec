// What the sections of the page are made of.

import { element } from "../shared/element.js";

/** @typedef {import("../shared/view.js").Setting} Setting */
/** @typedef {import("./state.js").State} State */
/**
 * act: does something, says how it went, and answers whether it did; say: tells the reader, also by screen reader; ask: waits for the
 * answer to a question, null where there is none.
 * @typedef {{
 *   setting: Setting, state: () => State,
 *   act: (change: () => Promise<unknown>, said?: string) => Promise<boolean>,
 *   say: (text: string, problem?: boolean) => void,
 *   ask: (question: string, yes: string, no?: string) => Promise<boolean | null>,
 * }} Page
 */
/**
 * One section of the page. uses: what of the state it shows, and only when that is another is it drawn again; refresh: draws it.
 * @typedef {{ element: HTMLElement, uses: (state: State) => unknown, refresh: (state: State) => void }} Part
 */

/** @param {Setting} setting @param {string} id @param {string} title @param {...(Node | null)} body */
export function section({ document }, id, title, ...body) {
  const heading = element(document, "h2", { id: `${id}-title`, tabindex: -1 }, title);
  return element(document, "section", { id, class: "block", "aria-labelledby": `${id}-title` }, heading, ...body);
}

/** @param {Setting} setting @param {string} text @param {string} [kind] */
export function paragraph({ document }, text, kind = "small") {
  return element(document, "p", { class: kind }, text);
}

/** @param {Setting} setting @param {string} id @param {string} text @param {() => void} press @param {string} [about] what a screen reader hears instead */
export function button({ document }, id, text, press, about) {
  const made = element(document, "button", { type: "button", class: "plain", id, "aria-label": about }, text);
  made.addEventListener("click", press);
  return made;
}

/** @param {Setting} setting @param {string} id @param {string} text @param {boolean} on @param {(on: boolean) => void} change @param {string} [about] */
export function toggle({ document }, id, text, on, change, about) {
  const box = element(document, "input", { type: "checkbox", role: "switch", id, checked: on, "aria-label": about });
  box.addEventListener("change", () => change(box.checked));
  return element(document, "label", { class: "switch" }, element(document, "span", {}, text), box);
}

/**
 * One choice of several, as buttons that look pressed.
 * @param {Setting} setting @param {string} name @param {string | Node} legend
 * @param {{ id: string, text: string, icon?: Node, level?: string }[]} choices
 * @param {(id: string) => void} choose
 */
export function choice({ document }, name, legend, choices, choose) {
  const labels = choices.map(({ id, text, icon, level }) => {
    const radio = element(document, "input", { type: "radio", name, id: `${name}-${id}`, value: id });
    radio.addEventListener("change", () => choose(id));
    return element(document, "label", { "data-level": level }, radio, icon ?? null, text);
  });
  return element(document, "fieldset", { class: "levels" }, element(document, "legend", {}, legend), ...labels);
}

/** @param {ParentNode} place @param {string} id of a radio or a switch @param {boolean} [on] */
export function check(place, id, on = true) {
  const box = place.querySelector(`#${CSS.escape(id)}`);
  if (box instanceof HTMLInputElement) box.checked = on;
}

/**
 * New contents, with the keyboard where it was: on the element of the same id, else at the heading of the section.
 * @param {HTMLElement} container @param {Node[]} nodes
 */
export function fill(container, nodes) {
  const { ownerDocument: document } = container;
  const held = container.contains(document.activeElement) ? document.activeElement : null;
  container.replaceChildren(...nodes);
  if (!held) return;
  const again = held.id === "" ? null : document.getElementById(held.id);
  (again ?? container.closest("section")?.querySelector("h2"))?.focus();
}

/** @param {Setting} setting @param {string} name @param {string} text @param {string} type */
export function download({ document }, name, text, type) {
  const url = URL.createObjectURL(new Blob([text], { type }));
  element(document, "a", { href: url, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000); // The browser reads it after the click, at a time that it does not tell.
}

/**
 * A button that lets the reader pick a file.
 * @param {Setting} setting @param {string} id @param {string} text @param {string} accept @param {(file: File) => void} take
 */
export function filePicker({ document }, id, text, accept, take) {
  const input = element(document, "input", { type: "file", id, accept });
  input.addEventListener("change", () => {
    const file = input.files?.[0];
    if (file) take(file);
    input.value = ""; // The same file may be picked again after it was mended.
  });
  return element(document, "label", { class: "plain pick" }, text, input);
}
