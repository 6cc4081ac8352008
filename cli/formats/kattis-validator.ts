import { ImportRefused } from "./import-refused.js";
import type { SourceFiles } from "./source-files.js";
import { textOf } from "./text-of.js";

const ANSWER = /^data\/(?:sample|secret)\/.*\.ans$/;
const FOLDERS = /^(?:output_validators?|output_validator)\/.+/;

/**
 * How a package's answers are compared, as our judges do it.
 *
 * @param words the validator's arguments
 */
export function readValidator(
  settings: Readonly<Record<string, unknown>>,
  words: readonly string[],
  files: SourceFiles,
  notes: string[],
): Readonly<Record<string, unknown>> {
  const custom = [...files.keys()].find((path) => FOLDERS.test(path));
  const isCustom = String(settings.validation ?? "default").startsWith("custom");
  if (isCustom || custom !== undefined) {
    throw new ImportRefused(
      custom ?? "problem.yaml",
      "a validator of its own cannot be carried over: write checker.py by hand.",
    );
  }
  const flags = flagsOf(words);
  const known =
    /^(?:case_sensitive|space_change_sensitive|float(?:_relative|_absolute)?_tolerance)$/;
  const odd = [...flags.keys()].find((flag) => !known.test(flag));
  if (odd !== undefined) {
    throw new ImportRefused("problem.yaml", `the validator's flag ${odd} is not known.`);
  }
  if (!flags.has("case_sensitive") && hasWords(files)) {
    notes.push(
      "Without the flag case_sensitive the package takes YES for yes; here upper and lower case differ, and YES is wrong where yes is expected.",
    );
  }
  const both = flags.get("float_tolerance");
  const absolute = flags.get("float_absolute_tolerance") ?? both;
  const relative = flags.get("float_relative_tolerance") ?? both;
  const isTolerant = absolute !== undefined || relative !== undefined;
  if (flags.has("space_change_sensitive")) {
    if (!isTolerant) return { judgeType: "equal" };
    notes.push("Spaces may be other ones: numbers are compared word by word.");
  }
  return {
    judgeType: "tokens",
    ...(absolute !== undefined && { epsilon: absolute }),
    ...(relative !== undefined && { relativeEpsilon: relative }),
  };
}

/** Whether upper and lower case can matter: numbers have none. */
function hasWords(files: SourceFiles): boolean {
  return [...files].some(
    ([path, bytes]) =>
      ANSWER.test(path) &&
      textOf(bytes, path)
        .split(/\s+/)
        .some((word) => /\p{L}/u.test(word) && Number.isNaN(Number(word))),
  );
}

/** Flags, and of those with a number the number. */
function flagsOf(words: readonly string[]): Map<string, number | undefined> {
  const flags = new Map<string, number | undefined>();
  for (const [index, word] of words.entries()) {
    if (!Number.isNaN(Number(word))) continue;
    const next = Number(words[index + 1]);
    const isNumber = words[index + 1] !== undefined && Number.isFinite(next);
    if (word.endsWith("tolerance") && !isNumber) {
      throw new ImportRefused("problem.yaml", `the validator's flag ${word} has no number.`);
    }
    flags.set(word, isNumber ? next : undefined);
  }
  return flags;
}
