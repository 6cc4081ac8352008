import type { CustomTestsResponse } from "./answers.js";
import type { ExactCustomTestResult } from "./exact-values.js";
import { elementsOf, memberOf } from "./json-slices.js";

/**
 * JSON.parse for answers of the service, which would round long numbers, and reorder the keys of
 * objects: the input and the return value of a custom test stay the text that came.
 */
export function parseExactly(text: string): unknown {
  const answer = JSON.parse(text) as CustomTestsResponse | { readonly executionMode?: undefined };
  if (answer?.executionMode !== "RUN_CUSTOM_TESTS_RESULTS") return answer;
  const texts = elementsOf(memberOf(text, "results") ?? "[]");
  const results = answer.results.map((result, index): ExactCustomTestResult => {
    const written = texts[index] ?? "{}";
    const returnValue = memberOf(memberOf(written, "runCodeOutput") ?? "{}", "returnValue");
    return {
      ...result,
      input: memberOf(written, "input") ?? "null",
      runCodeOutput: { ...result.runCodeOutput, returnValue: returnValue ?? "null" },
    };
  });
  return { ...answer, results };
}
