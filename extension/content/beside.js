// Where a card stands beside selected words, in a window of a given size.

/** Room between the selection, the card and the edges of the window, in CSS pixels. */
const GAP = 8;
/** Width of a card; see card.css. */
const CARD = 380;
/** A card is never squeezed below this height. */
const LEAST = 200;

/**
 * Below the selection or above it, wherever there is more room; in the corner where there is none to be beside.
 * @param {{ left: number, top: number, bottom: number } | null} box @param {{ width: number, height: number }} window
 * @returns {Record<string, string>}
 */
export function placeFor(box, { width, height }) {
  // By the window as it is then: it may be made narrower while the card stands.
  const left = `max(${GAP}px, min(${Math.max(0, box?.left ?? width)}px, 100vw - ${CARD + GAP}px))`;
  const below = height - Math.min(Math.max(box?.bottom ?? 0, 0), height);
  const above = Math.min(Math.max(box?.top ?? 0, 0), height);
  const room = `${Math.max(below, above, LEAST) - 2 * GAP}px`;
  if (below >= above) return { left, top: `${Math.min(height - below, height - LEAST) + GAP}px`, "max-height": room };
  return { left, bottom: `${height - above + GAP}px`, "max-height": room };
}
