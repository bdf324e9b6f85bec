// Elements without markup: text given here can only ever become text, on pages with Trusted Types too.

/** @typedef {Record<string, string | number | boolean | null | undefined>} Attributes */

/**
 * @template {keyof HTMLElementTagNameMap} T
 * @param {Document} document @param {T} tag @param {Attributes} [attributes] false, null and undefined leave the attribute out
 * @param {...(Node | string | null)} children
 * @returns {HTMLElementTagNameMap[T]}
 */
export function element(document, tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  set(made, attributes);
  for (const child of children) if (child !== null) made.append(child);
  return made;
}

/**
 * @param {Document} document @param {string} shape the paths of a drawing on a 16 × 16 grid
 * @param {Attributes} [attributes]
 * @returns {SVGSVGElement} hidden from screen readers: the words beside it say the same
 */
export function drawing(document, shape, attributes = {}) {
  const space = "http://www.w3.org/2000/svg";
  const svg = document.createElementNS(space, "svg");
  set(svg, { viewBox: "0 0 16 16", "aria-hidden": "true", focusable: "false", ...attributes });
  const path = document.createElementNS(space, "path");
  set(path, { d: shape, "fill-rule": "evenodd" });
  svg.append(path);
  return svg;
}

/**
 * For what is done after a wait: the keyboard goes to `field`, unless the reader has meanwhile gone elsewhere than `place`.
 * @param {HTMLElement} place @param {HTMLElement} field
 */
export function focusUnlessGone(place, field) {
  const { activeElement, body } = place.ownerDocument;
  if (activeElement === null || activeElement === body || place.contains(activeElement)) field.focus();
}

/** @param {Element} made @param {Attributes} attributes */
function set(made, attributes) {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === false || value === null || value === undefined) continue;
    made.setAttribute(name, value === true ? "" : String(value));
  }
}
