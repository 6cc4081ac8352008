import { type Calling, findInputFault } from "../domain/entry.js";
import {
  elementTexts,
  hasTooLongInteger,
  isObject,
  type JsonText,
  memberTexts,
  parseExactJson,
  parseRoundedJson,
  TOO_LONG_INTEGER,
  toJsonText,
} from "../domain/json.js";
import { MAX_TEST_CASES, type TestCase } from "../domain/problem.js";
import { type CaseDefaults, readCaseMembers } from "./test-case-members.js";
import { UnusableProblem } from "./unusable-problem.js";

const NO_TEST_CASES = "No test cases found for this problem.";

/**
 * The cases in the text of `finalTestCases`.
 *
 * @throws UnusableProblem
 */
export function readTestCases(
  finalTestCases: unknown,
  calling: Calling,
  defaults: CaseDefaults,
): TestCase[] {
  if (typeof finalTestCases !== "string" || finalTestCases.trim() === "") {
    throw new UnusableProblem(NO_TEST_CASES);
  }
  const { cases, text } = requireJson(finalTestCases);
  if (cases.length === 0) throw new UnusableProblem(NO_TEST_CASES);
  if (cases.length > MAX_TEST_CASES) {
    const sentence = `This problem has ${cases.length} test cases; at most ${MAX_TEST_CASES} can be graded.`;
    throw new UnusableProblem(sentence);
  }
  const texts = elementTexts(text);
  return cases.map((testCase, index) => {
    const caseNumber = index + 1;
    if (!isObject(testCase)) {
      throw new UnusableProblem(`Test case ${caseNumber} of this problem is not a JSON object.`);
    }
    const members = memberTexts(texts[index] ?? "{}");
    return {
      ...readValues(members, caseNumber, calling),
      ...readCaseMembers(testCase, members, caseNumber, defaults),
    };
  });
}

function requireJson(finalTestCases: string): CaseList {
  try {
    return requireCases(finalTestCases);
  } catch (error) {
    if (error instanceof SyntaxError) {
      throw new UnusableProblem("The test cases of this problem are not valid JSON.");
    }
    if (error instanceof RangeError) {
      throw new UnusableProblem(`The test cases of this problem are ${error.message}.`);
    }
    throw error;
  }
}

/** Cases with the text of the array that they stand in. */
interface CaseList {
  readonly cases: readonly unknown[];
  readonly text: string;
}

/** The cases of an array, or of an object's `finalTestCases` (maybe as text). */
function requireCases(text: string): CaseList {
  const value = parseRoundedJson(text);
  if (Array.isArray(value)) return { cases: value, text };
  const inner = isObject(value) ? (value.finalTestCases ?? null) : value;
  if (inner === null) return { cases: [], text: "[]" };
  if (typeof inner === "string" && isObject(value)) return requireCases(inner);
  const innerText = memberTexts(text).get("finalTestCases");
  if (Array.isArray(inner) && innerText !== undefined) return { cases: inner, text: innerText };
  throw new UnusableProblem("The test cases of this problem are not a JSON array.");
}

function readValues(
  texts: ReadonlyMap<string, JsonText>,
  caseNumber: number,
  calling: Calling,
): Pick<TestCase, "input" | "expectedOutput" | "expectedText"> {
  const input = texts.get("input") ?? toJsonText(null);
  requireSendable(input, caseNumber);
  const inputFault = findInputFault(calling, input);
  if (inputFault !== undefined) {
    throw new UnusableProblem(
      `The input of test case ${caseNumber} of this problem ${inputFault}.`,
    );
  }
  const expectedText = texts.get("expected_output");
  // A null in its place would accept whatever returns nothing, should the name be misspelt.
  if (expectedText === undefined) {
    throw new UnusableProblem(`Test case ${caseNumber} of this problem has no expected_output.`);
  }
  return { input, expectedOutput: parseExactJson(expectedText), expectedText };
}

/** Lambda refuses a payload with a bare NaN or Infinity, so such an input can never be sent. */
function requireSendable(input: JsonText, caseNumber: number): void {
  const subject = `The input of test case ${caseNumber} of this problem`;
  if (hasTooLongInteger(input)) throw new UnusableProblem(`${subject} ${TOO_LONG_INTEGER}.`);
  if (!/NaN|Infinity/.test(input)) return;
  try {
    JSON.parse(input);
  } catch (cause) {
    throw new UnusableProblem(`${subject} is not valid JSON.`, { cause });
  }
}
