// Pages of the panel and the row of tabs above them, as the ARIA pattern has it: arrow keys turn, Tab goes into the page.

import { element } from "../shared/element.js";

/** @typedef {{ id: string, name: string, node: HTMLElement, onOpen?: () => void }} Page */

/** @param {import("../shared/view.js").Setting} setting @param {Page[]} list */
export function tabs({ document, words, direction }, list) {
  const buttons = list.map(({ id, name }, place) =>
    element(
      document,
      "button",
      {
        type: "button",
        role: "tab",
        id: `tab-${id}`,
        "aria-controls": `page-${id}`,
        "aria-selected": String(place === 0),
        tabindex: place === 0 ? 0 : -1,
      },
      name,
    ),
  );
  const pages = list.map(({ id, node }, place) =>
    element(
      document,
      "section",
      { class: "page", role: "tabpanel", id: `page-${id}`, "aria-labelledby": `tab-${id}`, hidden: place !== 0 },
      node,
    ),
  );
  /** @param {number} place */
  const turn = (place) => {
    for (const [other, button] of buttons.entries()) {
      button.setAttribute("aria-selected", String(other === place));
      button.tabIndex = other === place ? 0 : -1;
      /** @type {HTMLElement} */ (pages[other]).hidden = other !== place;
    }
    list[place]?.onOpen?.();
  };
  const bar = element(document, "div", { class: "tabs", role: "tablist", "aria-label": words("extension_name") }, ...buttons);
  bar.addEventListener("keydown", (event) => {
    const here = buttons.findIndex((button) => button === event.target);
    const forward = direction === "rtl" ? -1 : 1;
    const step = { ArrowRight: forward, ArrowLeft: -forward }[event.key];
    const place =
      event.key === "Home" ? 0 : event.key === "End" ? buttons.length - 1 : step ? (here + step + buttons.length) % buttons.length : -1;
    if (place < 0) return;
    event.preventDefault();
    turn(place);
    buttons[place]?.focus();
  });
  for (const [place, button] of buttons.entries()) button.addEventListener("click", () => turn(place));
  return {
    bar,
    pages,
    /** Something is to be seen there. @param {string} id @param {boolean} on */
    mark: (/** @type {string} */ id, /** @type {boolean} */ on) => {
      buttons[list.findIndex((page) => page.id === id)]?.classList.toggle("marked", on);
    },
  };
}
