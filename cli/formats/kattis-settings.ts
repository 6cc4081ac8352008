import { dirname } from "node:path/posix";
import { ImportRefused } from "./import-refused.js";
import type { SourceFiles } from "./source-files.js";
import { yamlOf } from "./yaml-of.js";

/** What a package says of the test cases in a folder and of those below it. */
export interface GroupSettings {
  /** The file that says so. */
  readonly where: string;
  readonly said: Readonly<Record<string, unknown>>;
}

/**
 * The settings of the group of cases in this folder: of the legacy format those of the nearest folder that has a
 * file of them, of the recent one its own.
 */
export function legacySettings(files: SourceFiles, folder: string): GroupSettings {
  const where = `${folder}/testdata.yaml`;
  const isThere = files.has(where) || folder === "data";
  return isThere
    ? { where, said: yamlOf(files.get(where), where) }
    : legacySettings(files, dirname(folder));
}

export function recentSettings(files: SourceFiles, folder: string): GroupSettings {
  const where = `${folder}/test_group.yaml`;
  return { where, said: yamlOf(files.get(where), where) };
}

/**
 * The arguments of the validator for all cases, in words.
 *
 * @throws ImportRefused where not all have the same
 */
export function validatorWords(
  files: SourceFiles,
  inputs: readonly string[],
  ofProblem: unknown,
): readonly string[] {
  const [first, ...others] = new Set(inputs.map((path) => dirname(path)).sort());
  const wordsIn = (folder: string | undefined) =>
    folder === undefined ? [] : wordsOf(groupFlags(files, folder));
  const words = wordsIn(first);
  const odd = others.find((folder) => wordsIn(folder).join(" ") !== words.join(" "));
  if (odd !== undefined) {
    throw new ImportRefused(odd, "validator flags of its own cannot be carried over.");
  }
  return [...wordsOf(ofProblem), ...words];
}

function groupFlags(files: SourceFiles, folder: string): unknown {
  const { said } = recentSettings(files, folder);
  if (said.output_validator_args !== undefined) return said.output_validator_args;
  const isHere = files.has(`${folder}/testdata.yaml`) || folder === "data";
  return isHere ? legacyFlags(files, folder) : groupFlags(files, dirname(folder));
}

function legacyFlags(files: SourceFiles, folder: string): unknown {
  const written = legacySettings(files, folder).said.output_validator_flags;
  const isNamed = typeof written === "object" && written !== null && "flags" in written;
  return isNamed ? written.flags : written;
}

export const wordsOf = (written: unknown): readonly string[] =>
  [written ?? ""].flat().join(" ").split(/\s+/).filter(Boolean);
