// Is what lies behind a label dark? Worked out from the page's own background, because a page's theme has no other sure sign.

/**
 * Lightness from 0 to 1 and opacity of a computed colour, in whichever notation a browser gives it.
 * @param {string} colour
 * @returns {{ lightness: number, opacity: number } | null} null: a notation not known here
 */
export function readColour(colour) {
  const found = /^(rgba?|color|oklch|oklab|lch|lab)\(([^)]*)\)$/.exec(colour.trim());
  if (!found) return null;
  const [, notation = "", inside = ""] = found;
  const numbers = inside.match(/-?[\d.]+(e-?\d+)?%?/g)?.map(number) ?? [];
  const { lightness, channels } = lightnessOf(notation, numbers);
  return Number.isFinite(lightness) ? { lightness, opacity: numbers[channels] ?? 1 } : null;
}

/** @param {string} notation @param {number[]} numbers */
function lightnessOf(notation, numbers) {
  const [first = NaN, second = NaN, third = NaN] = numbers;
  switch (notation) {
    case "rgb":
    case "rgba":
      return { lightness: luma(first / 255, second / 255, third / 255), channels: 3 };
    case "color": // color(srgb …) and its wider kin: near enough for telling dark from light.
      return { lightness: luma(first, second, third), channels: 3 };
    case "lab":
    case "lch":
      return { lightness: first > 1 ? first / 100 : first, channels: 3 };
    default:
      return { lightness: first, channels: 3 };
  }
}

/** @param {number} red @param {number} green @param {number} blue */
function luma(red, green, blue) {
  return 0.299 * red + 0.587 * green + 0.114 * blue;
}

/** @param {string} text */
function number(text) {
  return text.endsWith("%") ? Number(text.slice(0, -1)) / 100 : Number(text);
}

/**
 * The theme behind an element: its nearest ancestor that paints a background decides, then the page's colour scheme.
 * @param {Element} element
 * @returns {"dark" | "light"}
 */
export function themeBehind(element) {
  const view = /** @type {Window} */ (element.ownerDocument.defaultView);
  for (let at = /** @type {Element | null} */ (element); at; at = parentOf(at)) {
    const colour = readColour(view.getComputedStyle(at).backgroundColor);
    if (colour && colour.opacity > 0.5) return colour.lightness < 0.5 ? "dark" : "light";
  }
  const scheme = view.getComputedStyle(element.ownerDocument.documentElement).colorScheme;
  const prefersDark = view.matchMedia("(prefers-color-scheme: dark)").matches;
  return scheme.includes("dark") && (!scheme.includes("light") || prefersDark) ? "dark" : "light";
}

/** Out of an open shadow root too. @param {Element} element @returns {Element | null} */
function parentOf(element) {
  const root = element.parentNode;
  return element.parentElement ?? (root && "host" in root ? /** @type {ShadowRoot} */ (root).host : null);
}
