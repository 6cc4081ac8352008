import { isDeepStrictEqual } from "node:util";
import { unpackTestCases } from "../../api/adapters/unpack-test-cases.js";
import { elementTexts, type JsonText, memberTexts, parseExactJson } from "../../api/domain/json.js";
import { CASE_MEMBERS } from "../authoring/find-slips.js";
import type { ProblemFolder } from "../authoring/problem-folder.js";
import { UnusableFolder } from "../authoring/unusable-folder.js";
import { type GeneratedCase, runGenerator } from "../generating/run-generator.js";
import type { LocalJudge } from "../local-judge.js";
import { caseList } from "./case-list.js";

/** Whether the cases, which can be graded, are the ones that `generate.py` makes now: a sentence where not. */
export async function findGeneratorFaults(
  { item, generator }: ProblemFolder,
  judge: LocalJudge,
  signal: AbortSignal,
): Promise<string[]> {
  if (generator === undefined) return [];
  try {
    const made = await runGenerator(generator, judge, signal);
    const written = elementTexts(String(await unpackTestCases(item.finalTestCases)));
    const count = Math.max(made.length, written.length);
    const other = Array.from({ length: count }, (_, index) => index + 1).filter(
      (number) => !isSame(made[number - 1], written[number - 1]),
    );
    if (other.length === 0) return [];
    return [
      `The cases are not what generate.py makes now (${caseList(other)}): run problem generate.`,
    ];
  } catch (error) {
    if (!(error instanceof UnusableFolder)) throw error;
    return [`${error.message}.`];
  }
}

/** The same values, however they are written; an answer that is left out is the accepted solutions' to give. */
function isSame(made: GeneratedCase | undefined, written: JsonText | undefined): boolean {
  if (made === undefined || written === undefined) return false;
  const members = memberTexts(written);
  return CASE_MEMBERS.every((name) => {
    const [one, other] = [made[name], members.get(name)];
    if (one === undefined) return other === undefined || name === "expected_output";
    return other !== undefined && isDeepStrictEqual(parseExactJson(one), parseExactJson(other));
  });
}
