import type { Known } from "./known.js";

/** The API's function in a command; where it is not known, the variable that holds its name. */
export function apiFunctionOf({ outputs }: Pick<Known, "outputs">): string {
  return outputs?.codeGraderLambdaName ?? "$GRADER";
}

/** Shows what went wrong in it lately. */
export function logCommand(known: Pick<Known, "outputs">, pattern = "ERROR"): string {
  return `aws logs tail "/aws/lambda/${apiFunctionOf(known)}" --since 15m --filter-pattern ${pattern}`;
}
