import { ownExceptionClass } from "./exception-class.js";
import type { Problem, TestCase } from "./problem.js";
import type { Regraded } from "./regraded.js";
import { shownValue } from "./shown-value.js";
import { type CaseResult, failureSentence } from "./verdict.js";
import type { Visibility } from "./visibility.js";

/** What a graded submission tells beyond its summary. */
export interface Findings {
  readonly results: readonly CaseResult[];
  readonly errorMessage: string | null;
  /** Stands for the tests that it was graded by; null where they are not known. */
  readonly testSetHash?: string | null | undefined;
  readonly regraded?: Regraded;
}

/** What may be seen of a case. */
type View = Visibility | "all";

/**
 * What its owner, or staff, sees of a submission's findings.
 *
 * @param problem as it is now, undefined when there is none any more: what its author hides is hidden
 * however long ago it was graded
 */
export function disclose(
  { results, errorMessage, testSetHash = null, regraded }: Findings,
  problem: Problem | undefined,
  isStaff: boolean,
): Findings {
  const viewOf = caseViews(testSetHash, problem, isStaff);
  const failed = results.find(({ status }) => status !== "ACCEPTED");
  const isQuoted = failed !== undefined && viewOf(failed) === "hidden";
  return {
    results: results.map(caseDiscloser(testSetHash, problem, isStaff)),
    errorMessage: isQuoted ? failureSentence(withoutFault(failed)) : errorMessage,
    testSetHash: isStaff ? testSetHash : undefined,
    ...(regraded && { regraded: isStaff ? regraded : withoutHash(regraded) }),
  };
}

/** Who knows a hash can test guesses of the tests against it. */
function withoutHash({ previousTestSetHash, ...seen }: Regraded): Regraded {
  return seen;
}

/** What turns the results of a submission's cases into what its owner, or staff, sees of each. */
export function caseDiscloser(
  testSetHash: string | null,
  problem: Problem | undefined,
  isStaff: boolean,
): (result: CaseResult) => CaseResult {
  const cases = casesOf(testSetHash, problem);
  const viewOf = caseViews(testSetHash, problem, isStaff);
  return (result) => {
    const values = problem && cases?.[result.caseNumber - 1];
    return showCase(result, viewOf(result), values && textsOf(values, problem));
  };
}

function caseViews(
  testSetHash: string | null,
  problem: Problem | undefined,
  isStaff: boolean,
): (result: CaseResult) => View {
  const cases = casesOf(testSetHash, problem);
  const usual = isStaff ? "all" : viewOfUnknown(problem);
  return ({ caseNumber }) => (isStaff ? "all" : (cases?.[caseNumber - 1]?.visibility ?? usual));
}

/** The cases that the submission was graded by, where the problem still has the same. */
function casesOf(testSetHash: string | null, problem: Problem | undefined) {
  const isSame = testSetHash !== null && testSetHash === problem?.testSetHash;
  return isSame ? problem.testCases : undefined;
}

/** Cases that the problem may have replaced since are shown only if it hides none. */
function viewOfUnknown(problem: Problem | undefined): Visibility {
  const isUsable = problem !== undefined && problem.fault === null;
  const hidesNothing =
    isUsable && problem.testCases.every(({ visibility }) => visibility !== "hidden");
  return hidesNothing ? "open" : "hidden";
}

type Texts = Required<Pick<CaseResult, "input" | "expectedOutput">>;

function textsOf({ input, expectedText }: TestCase, { calling: { io } }: Problem): Texts {
  return { input: shownValue(input, io), expectedOutput: shownValue(expectedText, io) };
}

function showCase(result: CaseResult, view: View, texts: Texts | undefined): CaseResult {
  switch (view) {
    case "all":
    case "sample":
      return { ...result, ...texts };
    case "open": {
      const { returnValue, difference, ...seen } = result;
      return seen;
    }
    case "hidden":
      return hideCase(result);
  }
}

/** Names each member that is shown, so that a new one stays hidden until somebody decides otherwise. */
function hideCase(result: CaseResult): CaseResult {
  const { caseNumber, status, executionTime, reason, cpuTime, name, group, points } = result;
  const error = result.error === undefined ? undefined : ownExceptionClass(result.error);
  return {
    caseNumber,
    status,
    executionTime,
    stdout: null,
    stderr: null,
    ...(reason !== undefined && { reason }),
    ...(error !== undefined && { error }),
    ...(cpuTime !== undefined && { cpuTime }),
    ...(name !== undefined && { name }),
    ...(group !== undefined && { group }),
    ...(points !== undefined && { points }),
  };
}

function withoutFault({ error, ...others }: CaseResult): CaseResult {
  return others;
}
