// One drawing a level, told apart by outline alone: a filled octagon, a filled triangle, a ring. Each on a 16 × 16 grid, even-odd.

/** @type {Record<string, string>} */
const SHAPES = {
  warning: "M5.1 1h5.8L15 5.1v5.8L10.9 15H5.1L1 10.9V5.1zM7.1 4.2v4.9h1.8V4.2zM8 10.3a1.1 1.1 0 1 0 0 2.2 1.1 1.1 0 0 0 0-2.2z",
  caution:
    "M8 1.2c.5 0 .9.2 1.1.6l6 10.9c.5.9-.1 2-1.1 2H2c-1 0-1.6-1.1-1.1-2l6-10.9c.2-.4.6-.6 1.1-.6zM7.2 5.6v4.2h1.6V5.6zM8 10.9a1 1 0 1 0 0 2 1 1 0 0 0 0-2z",
  note: "M8 1a7 7 0 1 1 0 14A7 7 0 0 1 8 1zm0 1.5a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11zM7.2 7.2h1.6v4.3H7.2zM8 4.4a1 1 0 1 1 0 2 1 1 0 0 1 0-2z",
};

export const CHEVRON = "M3.7 5.7 8 10l4.3-4.3 1 1L8 12 2.7 6.7z";
export const CROSS = "m4.2 3.2 3.8 3.8 3.8-3.8 1 1L9 8l3.8 3.8-1 1L8 9l-3.8 3.8-1-1L7 8 3.2 4.2z";

/** @param {string} level @returns {string} */
export function shapeOf(level) {
  return SHAPES[level] ?? /** @type {string} */ (SHAPES.note);
}
