import { elementTexts, memberTexts } from "../../api/domain/json.js";
import type { CustomTestsResponse } from "../../client/create-grader-client.js";

/**
 * JSON.parse for answers of the service, which would round what code returned and reorder its keys:
 * the input and the return value of a custom test stay the text that came.
 */
export function parseAnswer(text: string): unknown {
  const answer = JSON.parse(text) as CustomTestsResponse | { readonly executionMode?: undefined };
  if (answer.executionMode !== "RUN_CUSTOM_TESTS_RESULTS") return answer;
  const resultTexts = elementTexts(memberTexts(text).get("results") ?? "[]");
  const results = answer.results.map((result, index) => {
    const members = memberTexts(resultTexts[index] ?? "{}");
    const returnValue = memberTexts(members.get("runCodeOutput") ?? "{}").get("returnValue");
    const runCodeOutput = { ...result.runCodeOutput, returnValue };
    return { ...result, input: members.get("input"), runCodeOutput };
  });
  return { ...answer, results };
}
