// The one form in which a site file is written, so that two people's changes to it can be compared line by line.
// `node tests/browser/tools/canonical.js FILE…` writes files in it.
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { format, resolveConfig } from "prettier";

const settings = await resolveConfig(fileURLToPath(import.meta.url));

/** @param {unknown} file */
export async function canonical(file) {
  return format(JSON.stringify(file, null, 2), { ...settings, parser: "json" });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const file of process.argv.slice(2)) writeFileSync(file, await canonical(JSON.parse(readFileSync(file, "utf8"))));
}
