// The second look: the gate picks posts that deserve it, the reader reads them whole. Both model files and the reader's wasm module are
// fetched when the first text is to be read, never before the first label. Without them the rules go on alone.

/** @typedef {import("../engine/firebreak.js").Engine} Engine */
/** @typedef {import("../engine/firebreak.js").Report} Report */
/** @typedef {import("../engine/reader.js").Reader} Reader */
/** @typedef {typeof import("../engine/reader.js")} Edge the JavaScript edge of the reader's module */
/** @typedef {{ state: "not loaded" | "loading" | "ready" } | { state: "failed", fault: string }} ModelsState */

export class Models {
  /** @type {ModelsState} */ #state = { state: "not loaded" };
  /** @type {Promise<Reader | null> | null} */ #reader = null;
  /** @type {Map<Engine, Promise<unknown>>} the engine of now and its gate */ #gates = new Map();
  #edge;
  #open;

  /** @param {Edge} edge @param {(file: string) => Promise<Response>} open a file of the engine's folder */
  constructor(edge, open) {
    this.#edge = edge;
    this.#open = open;
  }

  /** @returns {ModelsState} */
  get state() {
    return this.#state;
  }

  /**
   * What the reader made of a text that rules or gate find worth reading.
   * @param {Engine} engine @param {string} text
   * @returns {Promise<Uint8Array | null>} null: nobody needs to read it, or the models cannot be used
   */
  async read(engine, text) {
    const gate = this.#gates.get(engine) ?? this.#loadGate(engine);
    await gate;
    if (this.#state.state === "failed" || !engine.judgeMany([text])[0]?.pending) return null;
    return (await this.load())?.read(text) ?? null;
  }

  /** Loads the reader, once. @returns {Promise<Reader | null>} */
  load() {
    this.#reader ??= this.#guard(async () => {
      this.#state = { state: "loading" };
      const file = this.#bytes("reader.bin");
      await this.#edge.default({ module_or_path: this.#open("reader_bg.wasm") });
      const reader = new this.#edge.Reader(await file);
      this.#state = { state: "ready" };
      return reader;
    });
    return this.#reader;
  }

  /** @param {Engine} engine */
  #loadGate(engine) {
    this.#gates.clear();
    const gate = this.#guard(async () => engine.loadGate(await this.#bytes("gate.bin")));
    this.#gates.set(engine, gate);
    return gate;
  }

  /** A file that is missing or damaged today is so for as long as this worker lives. @template T @param {() => Promise<T>} work */
  async #guard(work) {
    try {
      return await work();
    } catch (error) {
      this.#state = { state: "failed", fault: error instanceof Error ? error.message : String(error) };
      return null;
    }
  }

  /** @param {string} file */
  async #bytes(file) {
    const answer = await this.#open(file).catch(() => null);
    if (!answer?.ok) throw new Error(`${file} is not in the package; install Firebreak again`);
    return new Uint8Array(await answer.arrayBuffer());
  }
}
