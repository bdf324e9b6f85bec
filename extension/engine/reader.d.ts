// The edge of the reader's wasm module, which the build puts beside this file.

export class Reader {
  constructor(file: Uint8Array);
  /** For `Engine.judgeRead`. */
  read(text: string): Uint8Array;
}

export default function init(options: { module_or_path: unknown }): Promise<unknown>;
