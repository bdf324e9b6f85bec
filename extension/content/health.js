// Tells the background now and then how many posts the site file found in this page, so that the settings can say how it does.

/** site: the name of its file. @typedef {{ site: string, posts: number, suspect: boolean }} Seen */

/** Posts come in bursts; what they add up to is told once they have come. In milliseconds. */
const AFTER = 2000;

export class Health {
  #look;
  #tell;
  #told = "";
  /** @type {ReturnType<typeof setTimeout> | undefined} */ #timer;

  /** @param {() => Seen | null} look null: nothing worth telling @param {(seen: Seen) => void} tell */
  constructor(look, tell) {
    this.#look = look;
    this.#tell = tell;
  }

  /** Something was found. */
  note() {
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      const seen = this.#look();
      const text = JSON.stringify(seen);
      if (seen === null || text === this.#told) return;
      this.#told = text;
      this.#tell(seen);
    }, AFTER);
  }

  stop() {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }
}
