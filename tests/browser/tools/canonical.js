// The one form in which a site file is written, so that two people's changes to it can be compared line by line.
import { fileURLToPath } from "node:url";
import { format, resolveConfig } from "prettier";

const settings = await resolveConfig(fileURLToPath(import.meta.url));

/** @param {unknown} file */
export async function canonical(file) {
  return format(JSON.stringify(file, null, 2), { ...settings, parser: "json" });
}
