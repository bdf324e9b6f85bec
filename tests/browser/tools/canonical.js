// The one form in which a site file is written, so that two people's changes to it can be compared line by line.
import { format } from "prettier";

/** @param {unknown} file */
export async function canonical(file) {
  return format(JSON.stringify(file, null, 2), { parser: "json", printWidth: 120 });
}
