// The edge of the wasm module that the build puts beside this file, and the one report format of the project.

export type Level = "none" | "note" | "caution" | "warning";
export type Stance = "asserts" | "quotes" | "reports" | "condemns" | "negates" | "asks" | "jokes-or-plays";
/** Whether the language model took part: it did not; rules and gate saw nothing for it; it read the text. */
export type SecondLook = "absent" | "not-asked" | "read";
export type Confidence = "possible" | "likely" | "strong match";

/** UTF-16 offsets of the text given. */
export interface Span {
  start: number;
  end: number;
}

export interface SumLine {
  part: string;
  points: number;
}

export interface Label {
  id: string;
  level: Level;
  confidence: Confidence;
  stance: Stance;
  rule: string;
  reason: string;
  wrong: string;
  spans: Span[];
  sum: SumLine[];
}

export interface Report {
  level: Level;
  stance: Stance;
  lang: string;
  truncated: boolean;
  labels: Label[];
  engine: string;
  rules: string;
  reader: SecondLook;
}

export interface FirstLook {
  report: Report;
  pending: boolean;
}

export interface About {
  engine: string;
  rules: string;
  categories: string[];
}

/** An example of a rule, and whether the rule did what it says of it. */
export interface Tried {
  file: string;
  line: number;
  rule: string;
  example: string;
  should_match: boolean;
  passed: boolean;
}

/** What a rule pack would do; fault null: it can be read. */
export interface Trial {
  fault: string | null;
  rules: number;
  examples: Tried[];
}

export class Engine {
  /** With packs as `readPack` gave them. Throws where one names what is not there, naming file, line and remedy. */
  constructor(packs?: Uint8Array[]);
  static tryPack(pack: Uint8Array): Trial;
  judge(text: string): Report;
  /** By the rules; those pending should be read by the reader's module. */
  judgeMany(texts: string[]): FirstLook[];
  judgeRead(text: string, reading: Uint8Array, thread?: string[]): Report;
  loadGate(file: Uint8Array): void;
  judgeInThread(text: string, thread: string[]): Report;
  about(): About;
}

export default function init(options: { module_or_path: unknown }): Promise<unknown>;
