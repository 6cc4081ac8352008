/** What a command has of the world around it. */
export interface Surroundings {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** What relative paths are relative to. */
  readonly folder: string;
  /** Results: with `--json` nothing but JSON. */
  out(text: string): void;
  /** Everything that is said to a person. */
  err(text: string): void;
  /** Asks on the terminal; undefined where there is none. */
  readonly ask: ((question: string) => Promise<string>) | undefined;
  /** Writes over what it last wrote, at the end of `err`; undefined where that is no terminal. */
  readonly overwrite: ((text: string) => void) | undefined;
  /** Aborts at Ctrl-C: what is under way is given up, what is written stays whole. */
  readonly signal: AbortSignal;
}
