// The keys that Firebreak has now, and the way to the browser's own page where they are changed.

import { commandKeys, openCommandKeys } from "../shared/browser.js";
import { element } from "../shared/element.js";
import { renderKeys } from "../shared/keys.js";
import { fill, section } from "./parts.js";

/** @param {import("./parts.js").Page} page @returns {import("./parts.js").Part} */
export function keys({ setting, act }) {
  const { document, words } = setting;
  const place = element(document, "div", {});
  const made = section(setting, "shortcuts", words("popup_keys"), place);
  const draw = async () => fill(place, [renderKeys(setting, await commandKeys(), () => act(openCommandKeys))]);
  document.defaultView?.addEventListener("focus", draw); // They may have been changed on another page.
  draw();
  return { element: made, uses: () => null, refresh() {} };
}
