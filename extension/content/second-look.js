// Posts that the reader should look at, one question at a time, the newest post first: what came into view last is what is being read. A
// post waits a moment for the answer. After that its label stands, and a later answer may take it away or lower it, never add one.

import { rank } from "../shared/levels.js";

/** @typedef {import("../engine/firebreak.js").Report} Report */
/** @typedef {import("../shared/protocol.js").Judged} Judged */
/** @typedef {{ text: string, answered: (report: Report) => void }} Waiting */

const PATIENCE = 400;
/** Posts that were scrolled past this long ago are not worth a look any more. */
const MOST_WAITING = 200;

export class SecondLook {
  /** @type {Waiting[]} the newest last */ #waiting = [];
  #asking = false;
  #read;
  #later;

  /**
   * @param {(text: string) => Promise<Report>} read
   * @param {(text: string, report: Report) => void} later the reader answered after the first report was given out
   */
  constructor(read, later) {
    this.#read = read;
    this.#later = later;
  }

  /** @param {string} text @param {Judged} judged @returns {Promise<Report>} the report to show first */
  first(text, { report, pending }) {
    if (pending === "no") return Promise.resolve(report);
    // Nothing is shown meanwhile where the rules are silent; a label of theirs does not wait for a model that must be loaded first.
    const waits = report.level !== "warning" && (pending === "soon" || report.level === "none");
    return new Promise((resolve) => {
      let given = !waits;
      if (given) resolve(report);
      const timer = waits && setTimeout(() => ((given = true), resolve(report)), PATIENCE);
      const answered = (/** @type {Report} */ whole) => {
        if (given) return this.#later(text, whole);
        clearTimeout(timer || undefined);
        resolve(whole);
      };
      this.#waiting.push({ text, answered });
      if (this.#waiting.length > MOST_WAITING) this.#waiting.shift();
      this.#next();
    });
  }

  async #next() {
    const one = this.#asking ? undefined : this.#waiting.pop();
    if (!one) return;
    this.#asking = true;
    try {
      one.answered(await this.#read(one.text));
    } catch {
      this.#waiting = []; // The rules' labels stand. The background says in the popup what is wrong with the models.
    }
    this.#asking = false;
    this.#next();
  }
}

/**
 * A later report without anything that would catch the eye: of its labels those that stand already, none higher than it stands.
 * @param {Report} later @param {Report} first @returns {Report}
 */
export function onlyLower(later, first) {
  const labels = later.labels.flatMap((label) => {
    const stands = first.labels.find(({ id }) => id === label.id);
    return stands ? [rank(label.level) > rank(stands.level) ? stands : label] : [];
  });
  const levels = labels.map(({ level }) => level).sort((one, other) => rank(other) - rank(one));
  return { ...later, level: levels[0] ?? "none", labels };
}
