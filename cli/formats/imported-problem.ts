import { stringify } from "yaml";
import { type JsonText, objectText } from "../../api/domain/json.js";
import { caseLines } from "../publishing/case-lines.js";

/** A problem from elsewhere, before it is a folder. */
export interface ImportedProblem {
  /** What its folder is named after. */
  readonly name: string;
  /** Attributes for `problem.yaml`. */
  readonly settings: Readonly<Record<string, unknown>>;
  /** Further files by their names: statements, starter code, solutions. */
  readonly files: ReadonlyMap<string, string>;
  readonly cases: readonly ImportedCase[];
  /** What is other than it was, or was left out. */
  readonly notes: readonly string[];
}

export interface ImportedCase {
  readonly input: JsonText;
  readonly expected_output: JsonText;
  readonly name?: string;
  readonly visibility?: string;
  readonly points?: JsonText;
  readonly group?: string;
}

/** The texts of an input and its answer as a program's case. */
export function textCase(input: string, answer: string): ImportedCase {
  return { input: textOf(input), expected_output: textOf(answer) };
}

const textOf = (text: string) => JSON.stringify(text) as JsonText;

/** The files of the folder, one case a line. */
export function filesOf({ settings, files, cases }: ImportedProblem): Map<string, string> {
  const lines = cases.map(({ input, expected_output, name, visibility, points, group }) =>
    objectText({
      input,
      expected_output,
      ...(name !== undefined && { name: textOf(name) }),
      ...(visibility !== undefined && { visibility: textOf(visibility) }),
      ...(points !== undefined && { points }),
      ...(group !== undefined && { group: textOf(group) }),
    }),
  );
  return new Map([
    ["problem.yaml", stringify(settings, { lineWidth: 100 })],
    ["cases.json", caseLines(lines)],
    ...files,
  ]);
}
