// Runs in a page where the reader chose "Check this text", and only there and then. It may be run again in the same page: the newest copy
// answers, and each closes the card of the one before.

import { direction, words } from "../shared/browser.js";
import { answer } from "../shared/protocol.js";
import { drawCheck } from "./draw-check.js";

/** @typedef {typeof globalThis & { stopFirebreakCheck?: () => void }} Scope */

const scope = /** @type {Scope} */ (globalThis);
scope.stopFirebreakCheck?.();
/** @type {(() => void) | null} */
let close = null;

const stopAnswering = answer({
  "background-to-page/check": ({ text, report }) => {
    close?.();
    close = drawCheck(
      { document, words, direction: direction() },
      String(text),
      /** @type {import("../engine/firebreak.js").Report} */ (report),
    );
    return close !== null;
  },
});
scope.stopFirebreakCheck = () => {
  stopAnswering();
  close?.();
};
