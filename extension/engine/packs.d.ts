// The edge of the wasm module that reads rule packs, which the build puts beside this file.

/** A pack for `Engine`. Throws where it cannot be read, naming file, line and remedy. */
export function readPack(file: string, text: string): Uint8Array;

export default function init(options: { module_or_path: unknown }): Promise<unknown>;
