// `firebreak verify` as a journalist runs it on what the panel exported.

import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));

/** @param {import("./panel.js").Exported} file @returns {{ status: number | null, says: string }} */
export function verify({ name, text, manifest }) {
  const folder = mkdtempSync(join(tmpdir(), "firebreak-"));
  try {
    writeFileSync(join(folder, name), text);
    writeFileSync(join(folder, name.replace(/\.\w+$/, ".manifest.json")), manifest);
    const run = spawnSync("cargo", ["run", "--quiet", "--bin", "firebreak", "--", "verify", join(folder, name)], {
      cwd: ROOT,
      encoding: "utf8",
    });
    return { status: run.status, says: `${run.stdout}${run.stderr}` };
  } finally {
    rmSync(folder, { recursive: true });
  }
}
