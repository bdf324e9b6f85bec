// What each page of the extension does first: language, direction and theme.

import { direction, words } from "./browser.js";

/** @param {string} title @returns {import("./view.js").Setting} */
export function openAsPage(title) {
  document.documentElement.lang = words("language_tag");
  document.documentElement.dir = direction();
  document.title = title;
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const follow = () => (document.body.dataset.theme = dark.matches ? "dark" : "light");
  dark.addEventListener("change", follow);
  follow();
  return { document, words, direction: direction() };
}
