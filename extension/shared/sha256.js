// SHA-256 of a text, at once. The browser's own answers only later, and only on secure pages, while a label must be decided in the frame
// in which its post appears.

import { sha256 as hash } from "@noble/hashes/sha2.js";
import { bytesToHex } from "@noble/hashes/utils.js";

/** @param {string} text lone surrogates count as U+FFFD @returns {string} 64 digits, base 16 */
export function sha256(text) {
  return bytesToHex(hash(new TextEncoder().encode(text)));
}
