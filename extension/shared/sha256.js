// SHA-256 of a text, at once. The browser's own answers only later, and only on secure pages, while a label must be decided in the frame
// in which its post appears. tests/js/sha256.test.js compares it with Node's.

/** The first 32 bits of the fractional part of a root of the first primes. @param {number} count @param {number} root @returns {Uint32Array} */
function constants(count, root) {
  const found = new Uint32Array(count);
  let filled = 0;
  for (let candidate = 2; filled < count; candidate += 1) {
    let prime = true;
    for (let divisor = 2; divisor * divisor <= candidate; divisor += 1) if (candidate % divisor === 0) prime = false;
    if (prime) found[filled++] = (candidate ** (1 / root) % 1) * 2 ** 32;
  }
  return found;
}

const START = constants(8, 2);
const ROUND = constants(64, 3);

/** @param {number} word @param {number} by */
const rotate = (word, by) => (word >>> by) | (word << (32 - by));
/** @param {Uint32Array} words @param {number} place */
const at = (words, place) => /** @type {number} */ (words[place]);

/** @param {string} text lone surrogates count as U+FFFD @returns {string} 64 digits, base 16 */
export function sha256(text) {
  const bytes = new TextEncoder().encode(text);
  const padded = new Uint8Array((((bytes.length + 8) >> 6) + 1) << 6);
  padded.set(bytes);
  padded[bytes.length] = 0x80;
  const view = new DataView(padded.buffer);
  view.setUint32(padded.length - 8, Math.floor(bytes.length / 2 ** 29));
  view.setUint32(padded.length - 4, bytes.length << 3);
  const hash = START.slice();
  for (let from = 0; from < padded.length; from += 64) mix(hash, view, from);
  return [...hash].map((word) => word.toString(16).padStart(8, "0")).join("");
}

/** One block of 64 bytes. @param {Uint32Array} hash @param {DataView} view @param {number} from */
function mix(hash, view, from) {
  const words = new Uint32Array(64);
  for (let place = 0; place < 64; place += 1) {
    if (place < 16) {
      words[place] = view.getUint32(from + place * 4);
      continue;
    }
    const early = at(words, place - 15);
    const late = at(words, place - 2);
    const one = rotate(early, 7) ^ rotate(early, 18) ^ (early >>> 3);
    const other = rotate(late, 17) ^ rotate(late, 19) ^ (late >>> 10);
    words[place] = at(words, place - 16) + one + at(words, place - 7) + other;
  }
  let [a, b, c, d, e, f, g, h] = /** @type {[number, number, number, number, number, number, number, number]} */ ([...hash]);
  for (let place = 0; place < 64; place += 1) {
    const choice = (e & f) ^ (~e & g);
    const majority = (a & b) ^ (a & c) ^ (b & c);
    const one = h + (rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25)) + choice + at(ROUND, place) + at(words, place);
    const other = (rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22)) + majority;
    [a, b, c, d, e, f, g, h] = [(one + other) | 0, a, b, c, (d + one) | 0, e, f, g];
  }
  [a, b, c, d, e, f, g, h].forEach((word, place) => (hash[place] = at(hash, place) + word));
}
