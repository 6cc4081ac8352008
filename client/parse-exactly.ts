import type { CustomTestResult } from "./answers.js";
import type { ExactCustomTestResult } from "./exact-values.js";
import { elementsOf, memberOf } from "./json-slices.js";
import type { ClientSettings } from "./send.js";

/** How a client reads what the service answers. */
export function parserOf({ exactValues }: ClientSettings): (text: string) => unknown {
  return exactValues ? parseExactly : JSON.parse;
}

/** As much of an answer, or of an event, as tells whether there are values in it. */
interface Parsed {
  readonly results?: readonly CustomTestResult[];
  readonly executionMode?: string;
  readonly runCodeOutput?: object;
}

/**
 * JSON.parse for answers of the service, which would round long numbers, and reorder the keys of
 * objects: the input and the return value of a custom test stay the text that came.
 */
function parseExactly(text: string): unknown {
  const answer: Parsed | null = JSON.parse(text);
  if (answer?.runCodeOutput !== undefined) return exact(answer as CustomTestResult, text);
  if (answer?.executionMode !== "RUN_CUSTOM_TESTS_RESULTS") return answer;
  const texts = elementsOf(memberOf(text, "results") ?? "[]");
  return {
    ...answer,
    results: answer.results?.map((result, index) => exact(result, texts[index] ?? "{}")),
  };
}

function exact(result: CustomTestResult, written: string): ExactCustomTestResult {
  const returnValue = memberOf(memberOf(written, "runCodeOutput") ?? "{}", "returnValue");
  return {
    ...result,
    input: memberOf(written, "input") ?? "null",
    runCodeOutput: { ...result.runCodeOutput, returnValue: returnValue ?? "null" },
  };
}
