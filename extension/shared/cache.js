// Reports by text. A Map hashes its keys itself and compares them in full, so that no page can craft two texts that share a report.

/**
 * Forgets the least recently used text first.
 * @template V
 */
export class TextCache {
  /** @type {Map<string, V>} */ #values = new Map();
  #characters = 0;
  #mostTexts;
  #mostCharacters;

  /** @param {number} mostTexts @param {number} mostCharacters of all texts together: what bounds the memory */
  constructor(mostTexts, mostCharacters) {
    this.#mostTexts = mostTexts;
    this.#mostCharacters = mostCharacters;
  }

  get size() {
    return this.#values.size;
  }

  /** @param {string} text @returns {V | undefined} */
  get(text) {
    const value = this.#values.get(text);
    if (value === undefined) return undefined;
    this.#values.delete(text);
    this.#values.set(text, value);
    return value;
  }

  /** @param {string} text @param {V} value */
  set(text, value) {
    if (text.length > this.#mostCharacters) return;
    this.#forget(text);
    this.#values.set(text, value);
    this.#characters += text.length;
    for (const oldest of this.#values.keys()) {
      if (this.#values.size <= this.#mostTexts && this.#characters <= this.#mostCharacters) return;
      this.#forget(oldest);
    }
  }

  clear() {
    this.#values.clear();
    this.#characters = 0;
  }

  /** @param {string} text */
  #forget(text) {
    if (this.#values.delete(text)) this.#characters -= text.length;
  }
}
