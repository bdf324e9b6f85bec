// Whether a reader can see an element. Separate because posts, their parts and what a page folds away are all asked for it.

/** @param {Element} element @returns {boolean} */
export function shown(element) {
  if (element.checkVisibility()) return true;
  // An element laid out as its contents, or not yet taken into a slot, has no box, so the browser calls it invisible.
  const view = element.ownerDocument.defaultView;
  for (let around = /** @type {Element | null} */ (element); around; around = around.parentElement) {
    const style = view?.getComputedStyle(around);
    if (!style || style.display === "none" || (around !== element && style.contentVisibility === "hidden")) return false;
  }
  return true;
}
