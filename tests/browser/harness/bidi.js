// Plain values to and from the form in which the BiDi protocol carries them.

/** @param {unknown} value @returns {object} */
export function toBidi(value) {
  if (value === undefined || value === null) return { type: String(value) };
  if (Array.isArray(value)) return { type: "array", value: value.map(toBidi) };
  if (typeof value === "object") {
    return { type: "object", value: Object.entries(value).map(([key, one]) => [key, toBidi(one)]) };
  }
  return { type: typeof value, value };
}

/** @param {any} remote @returns {any} */
export function fromBidi(remote) {
  switch (remote.type) {
    case "null":
      return null;
    case "array":
      return remote.value.map(fromBidi);
    case "object":
      return Object.fromEntries(remote.value.map((/** @type {[string, object]} */ [key, one]) => [key, fromBidi(one)]));
    default:
      return remote.value;
  }
}
