// The panel's copy of the thread. Changes are gathered and told once a turn, so that a burst of rows is one drawing.

import { listed } from "./model.js";

/** @typedef {import("./model.js").Listed} Listed */
/** @typedef {import("../shared/protocol.js").Row} Row */
/** @typedef {import("../shared/protocol.js").Page} Page */
/** @typedef {import("../shared/settings.js").Settings} Settings */
/** @typedef {import("../content/folded.js").Folded} Folded */
/** folded: replies that the page has and does not show. @typedef {{ all: Listed[], page: Page | null, waiting: number, folded: Folded, settings: Settings }} State */

/** @type {Folded} */
const NONE = { replies: 0, places: 0 };

export class Thread {
  #hooks;
  /** @type {Map<string, Listed>} */ #all = new Map();
  /** @type {Page | null} */ #page = null;
  /** @type {Settings | null} */ #settings = null;
  #waiting = 0;
  #folded = NONE;
  #told = true;

  /** @param {{ onChange: (state: State) => void, onNewPage: () => void }} hooks */
  constructor(hooks) {
    this.#hooks = hooks;
  }

  /** In the order of reading. @returns {Listed[]} */
  get all() {
    return [...this.#all.values()].sort((one, other) => one.row.number - other.row.number);
  }

  get page() {
    return this.#page;
  }

  /** @param {Settings} settings */
  follow(settings) {
    this.#settings = settings;
    for (const [key, { row }] of this.#all) this.#all.set(key, listed(row, settings));
    this.changed();
  }

  /** @param {Page | null} page null: nothing is read there */
  begin(page) {
    this.#page = page;
    this.#all.clear();
    this.#waiting = 0;
    this.#folded = NONE;
    this.#hooks.onNewPage();
    this.changed();
  }

  /** @param {Row[]} rows @param {import("./page-link.js").Others} others */
  add(rows, { waiting, folded }) {
    const { replies, places } = folded ?? this.#folded;
    const same = waiting === this.#waiting && replies === this.#folded.replies && places === this.#folded.places;
    if (!this.#settings || (rows.length === 0 && same)) return;
    this.#waiting = waiting;
    this.#folded = { replies, places };
    for (const row of rows) this.#all.set(row.key, listed(row, this.#settings));
    this.changed();
  }

  changed() {
    if (!this.#told) return;
    this.#told = false;
    setTimeout(() => this.#tell(), 0);
  }

  #tell() {
    this.#told = true;
    if (!this.#settings) return;
    const [waiting, folded] = [this.#waiting, this.#folded];
    this.#hooks.onChange({ all: this.all, page: this.#page, waiting, folded, settings: this.#settings });
  }
}
