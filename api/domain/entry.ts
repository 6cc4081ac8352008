import type { JsonText } from "./json.js";

/** How a function takes its input: as its one argument, or spread over several. */
export const ARGUMENT_STYLES = ["single", "positional", "keyword"] as const;

export type ArgumentStyle = (typeof ARGUMENT_STYLES)[number];

/** Whether the code is a function that is called, or a program that reads stdin and writes stdout. */
export const IOS = ["function", "stdio"] as const;

export type Io = (typeof IOS)[number];

/** How a solution is given its input. */
export interface Calling {
  /** The function to call, or `Class.method`; null for the first of the usual names. */
  readonly entryFunction: string | null;
  readonly argumentStyle: ArgumentStyle;
  readonly io: Io;
}

/** How the code is called where nothing else is said. */
export const DEFAULT_CALLING: Calling = {
  entryFunction: null,
  argumentStyle: "single",
  io: "function",
};

/** What `entryFunction` must be. */
export const ENTRY_FUNCTION_RULE = "must be a function's name, or Class.method";

const NAME = "[\\p{XID_Start}_$][\\p{XID_Continue}$]*";
const ENTRY_FUNCTION = new RegExp(`^${NAME}(?:\\.${NAME})?$`, "u");
const MAX_ENTRY_FUNCTION = 200;

/** Whether this can be the name of a function, or of a class and its method, in any of the languages. */
export function isEntryFunction(name: string): boolean {
  return name.length <= MAX_ENTRY_FUNCTION && ENTRY_FUNCTION.test(name);
}

/** The same with nothing set that means nothing: a program has no entry function and no arguments. */
export function plainCalling({ entryFunction, argumentStyle, io }: Calling): Calling {
  if (io === "stdio") return { ...DEFAULT_CALLING, io };
  return { entryFunction, argumentStyle, io };
}

/** What is wrong with an input that cannot be given to the code in this way; undefined when it can. */
export function findInputFault(
  { argumentStyle, io }: Calling,
  input: JsonText,
): string | undefined {
  const first = input.trimStart()[0];
  if (io === "stdio") {
    return first === '"' ? undefined : "must be a text, which the program reads from stdin";
  }
  switch (argumentStyle) {
    case "single":
      return undefined;
    case "positional":
      return first === "[" ? undefined : "must be an array of the function's arguments";
    case "keyword":
      return first === "{" ? undefined : "must be an object of the function's arguments by name";
  }
}
