// SHA-256 as evidence cards and manifests write it. docs/evidence.md says what is hashed.

import canonicalize from "canonicalize";

/** The package is plain CommonJS, which its own types do not say. */
const canonical = /** @type {(value: unknown) => string | undefined} */ (/** @type {unknown} */ (canonicalize));

/** @param {Uint8Array<ArrayBuffer>} bytes @returns {Promise<string>} `sha256:` and 64 hex digits */
export async function hashOfBytes(bytes) {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return `sha256:${[...digest].map((byte) => byte.toString(16).padStart(2, "0")).join("")}`;
}

/** Of the UTF-8 of a text. @param {string} text */
export function hashOfText(text) {
  return hashOfBytes(new TextEncoder().encode(text));
}

/** Of plain data in the canonical form of RFC 8785, whatever the order of its fields. @param {object} value */
export function hashOfData(value) {
  return hashOfText(/** @type {string} */ (canonical(value)));
}
