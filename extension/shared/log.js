// What went wrong, kept short and here: the popup shows it, the console has it, and nobody else does.

const KEPT = 20;

/** @type {string[]} */
const problems = [];

/** @param {string} what @param {unknown} [cause] */
export function problem(what, cause) {
  const text = cause === undefined ? what : `${what}: ${cause instanceof Error ? cause.message : String(cause)}`;
  if (problems.at(-1) === text) return; // One fault, one line, however often it comes back.
  problems.push(text);
  if (problems.length > KEPT) problems.shift();
  console.warn(`Firebreak: ${text}`);
}

/** @returns {string | null} */
export function lastProblem() {
  return problems.at(-1) ?? null;
}

export function clearProblems() {
  problems.length = 0;
}
