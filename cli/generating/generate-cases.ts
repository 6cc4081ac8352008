import { isDeepStrictEqual } from "node:util";
import { readProblemItem } from "../../api/adapters/problem-item.js";
import { arrayText, type JsonText, objectText, toJsonText } from "../../api/domain/json.js";
import type { Problem } from "../../api/domain/problem.js";
import type { ProblemFolder } from "../authoring/problem-folder.js";
import type { Solution } from "../authoring/read-solutions.js";
import type { LocalJudge } from "../local-judge.js";
import { resultOf, runInputs } from "../run-inputs.js";
import { type GeneratedCase, runGenerator, UNSTEADY, unusable } from "./run-generator.js";

/** Cases as they stand in `cases.json`. */
export interface GeneratedCases {
  readonly cases: readonly JsonText[];
  /** The solution whose answers are the expected outputs that the generator left out, if it did. */
  readonly solution: string | undefined;
  /** How the problem is read with them. */
  readonly problem: Problem;
}

export interface Generating {
  readonly judge: LocalJudge;
  readonly signal: AbortSignal;
  /** Told what is run next. */
  readonly onRun: (what: string) => void;
}

const NULL = toJsonText(null);

/**
 * Makes a problem's cases by its `generate.py`; those without an expected output are answered by the first
 * accepted solution.
 *
 * @throws UnusableFolder
 */
export async function generateCases(
  folder: ProblemFolder,
  generator: string,
  { judge, signal, onRun }: Generating,
): Promise<GeneratedCases> {
  onRun("generate.py");
  const made = await runGenerator(generator, judge, signal);
  onRun("generate.py again");
  const again = await runGenerator(generator, judge, signal);
  if (!isDeepStrictEqual(made, again)) throw unusable(UNSTEADY);
  const { type } = (await readWith(folder, [])).judge;
  // Where one of several is right, the answer is one of them.
  const wrapped = (answer: JsonText) => (type === "one_of" ? arrayText([answer]) : answer);
  const open = made.flatMap((one, index) => (one.expected_output === undefined ? [index] : []));
  const unanswered = open.map(() => wrapped(NULL));
  const problem = await readUsable(folder, withAnswers(made, unanswered));
  if (open.length === 0) return { cases: withAnswers(made, []), solution: undefined, problem };
  const solution = solutionFor(folder, problem, judge);
  onRun(solution.name);
  const answers = await answersOf(solution, problem, open, judge, signal);
  const cases = withAnswers(made, answers.map(wrapped));
  return { cases, solution: solution.name, problem: await readUsable(folder, cases) };
}

const readWith = ({ problemId, item }: ProblemFolder, cases: readonly JsonText[]) =>
  readProblemItem(problemId, { ...item, finalTestCases: arrayText(cases) });

async function readUsable(folder: ProblemFolder, cases: readonly JsonText[]): Promise<Problem> {
  const problem = await readWith(folder, cases);
  if (problem.fault !== null) throw unusable(problem.fault);
  return problem;
}

function solutionFor({ solutions }: ProblemFolder, problem: Problem, judge: LocalJudge): Solution {
  const solution = solutions.find(
    ({ kind, language }) =>
      kind === "accepted" &&
      problem.languages.includes(language) &&
      judge.languages.includes(language),
  );
  if (solution !== undefined) return solution;
  throw unusable("it leaves out expected_output, and no accepted solution is there to answer");
}

async function answersOf(
  { name, code, language }: Solution,
  { calling, timeLimitMs, testCases }: Problem,
  open: readonly number[],
  judge: LocalJudge,
  signal: AbortSignal,
): Promise<JsonText[]> {
  const inputs = open.map((index) => testCases[index]?.input ?? NULL);
  const outcomes = await runInputs(judge, { code, language, timeLimitMs, calling, inputs }, signal);
  return open.map((index, at) => {
    const result = resultOf(outcomes[at]);
    if ("value" in result) return result.value;
    throw unusable(`case ${index + 1} is not answered by ${name}: ${result.fault}`);
  });
}

/** @param answers of the cases without an expected output, in their order */
function withAnswers(made: readonly GeneratedCase[], answers: readonly JsonText[]): JsonText[] {
  const left = answers.values();
  return made.map(({ input, expected_output, ...others }) =>
    objectText({ input, expected_output: expected_output ?? left.next().value ?? NULL, ...others }),
  );
}
