// Tests wait for what they want to see, never for a time. A condition that cannot be subscribed to
// from outside the browser is asked again until it holds, and says what it waited for when it does not.

const EVERY_MS = 20;

/**
 * Calls `look` until it gives something truthy, and gives that back.
 * @template T
 * @param {string} what what is awaited, for the message of a failure
 * @param {() => T | Promise<T>} look
 * @param {{ timeout?: number }} [options]
 * @returns {Promise<NonNullable<T>>}
 */
export async function until(what, look, { timeout = 15_000 } = {}) {
  const end = Date.now() + timeout;
  /** @type {unknown} */
  let last;
  for (;;) {
    try {
      last = await look();
      if (last) return /** @type {NonNullable<T>} */ (last);
    } catch (error) {
      // A page that is just navigating, or a worker that is just starting, refuses questions for a moment.
      last = error;
    }
    if (Date.now() > end) {
      const seen = last instanceof Error ? last.message : JSON.stringify(last);
      throw new Error(`waited ${timeout} ms for ${what}; last seen: ${seen}`);
    }
    await new Promise((next) => setTimeout(next, EVERY_MS));
  }
}
