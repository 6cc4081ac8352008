import { type Calling, DEFAULT_CALLING, type Io } from "./entry.js";

/** What the executor is given of a checker: code, and what to call in it. */
export interface CheckerProgram {
  readonly code: string;
  readonly calling: Calling;
}

/** Comes after the author's lines, so that theirs keep their numbers. In a program's texts nothing stands for a float. */
const CALL: Readonly<Record<Io, string>> = {
  stdio: `
def __check__(values):
    return check(*values)
`,
  function: `
def __check__(values):
    floats = {text: float(text) for text in ("NaN", "Infinity", "-Infinity")}

    def with_floats(value):
        if type(value) is str:
            return floats.get(value, value)
        if type(value) is list:
            return [with_floats(element) for element in value]
        if type(value) is dict:
            return {key: with_floats(member) for key, member in value.items()}
        return value

    return check(*with_floats(values))
`,
};

/** The program that takes an array of input, expected and actual value, and returns what `check` does. */
export function checkerProgram(source: string, io: Io): CheckerProgram {
  const calling = { ...DEFAULT_CALLING, entryFunction: "__check__" };
  return { code: `${source}\n${CALL[io]}`, calling };
}
