import type { ExactCustomTestsRequest } from "./exact-values.js";
import type { CustomTestsRequest } from "./grader-client.js";
import { GraderError } from "./grader-error.js";

/**
 * The JSON of a request for custom tests.
 *
 * @param exactValues whether the inputs are texts already
 * @throws GraderError when they are no array, or one of them is an input that JSON has no form for
 */
export function customTestsBody(
  { customTestCases, ...request }: CustomTestsRequest | ExactCustomTestsRequest,
  exactValues: boolean,
): string {
  const fields = JSON.stringify({ ...request, executionMode: "RUN_CUSTOM_TESTS" });
  const toText = exactValues ? checkedText : (input: unknown) => JSON.stringify(input) ?? "null";
  if (!Array.isArray(customTestCases)) {
    const sentence = "Invalid input: customTestCases: is not an array";
    throw new GraderError(sentence, { code: "InvalidInput", status: 0 });
  }
  const inputs = Array.from<unknown, string>(customTestCases, (input, index) => {
    try {
      return toText(input);
    } catch (cause) {
      const what = cause instanceof Error ? cause.message : String(cause);
      const sentence = `Invalid input: customTestCases.${index}: ${what}`;
      throw new GraderError(sentence, { code: "InvalidInput", status: 0, cause });
    }
  });
  return `${fields.slice(0, -1)},"customTestCases":[${inputs.join(",")}]}`;
}

/** The text itself, of which JSON.parse says whether it is one value and nothing beside it. */
function checkedText(input: unknown): string {
  if (typeof input !== "string") throw new TypeError("is not the text of a JSON value");
  JSON.parse(input);
  return input;
}
