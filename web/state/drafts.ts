import type { PageProblem } from "../service/page-problem.js";
import { writtenProgramInputs } from "../service/program-inputs.js";
import type { User } from "../session/session.js";
import { keep, readKept } from "./kept.js";
import type { Draft } from "./state.js";

const nameOf = (what: string, { sub }: User, { problemId }: PageProblem) =>
  `${what}/${sub}/${problemId}`;

/** What this user has written for the problem so far. */
export function readDraft(user: User, problem: PageProblem): Draft {
  return {
    code: readKept(nameOf("code", user, problem)) ?? problem.startCode,
    ownInputs: readKept(nameOf("inputs", user, problem)) ?? firstInputs(problem),
    runOn: readKept(nameOf("runOn", user, problem)) === "own" ? "own" : "examples",
    replaced: readKept(nameOf("replaced", user, problem)),
  };
}

/** @returns whether the browser keeps all of it */
export function keepDraft(
  user: User,
  problem: PageProblem,
  { code, ownInputs, runOn, replaced }: Draft,
): boolean {
  const texts = {
    code: code === problem.startCode ? undefined : code,
    replaced,
    runOn: runOn === "own" ? runOn : undefined,
    inputs: ownInputs === firstInputs(problem) ? undefined : ownInputs,
  };
  return Object.entries(texts)
    .map(([what, text]) => keep(nameOf(what, user, problem), text))
    .every((isKept) => isKept);
}

function firstInputs({ examples, calling }: PageProblem): string {
  const inputs = examples.map(({ input }) => input);
  return calling.io === "stdio" ? writtenProgramInputs(inputs) : inputs.join("\n");
}
