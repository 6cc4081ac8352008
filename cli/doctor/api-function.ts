import type { Known } from "./known.js";

type Asked = Pick<Known, "outputs" | "deployed">;

/**
 * A command about the API's function; where its name is not known, the variable that holds it stands there.
 * A dev server has no such function.
 */
export function apiCommand(
  { outputs, deployed }: Asked,
  write: (name: string) => string,
): string | undefined {
  return deployed && write(outputs?.codeGraderLambdaName ?? "$GRADER");
}

/** Shows what went wrong in it lately; a dev server says that on its own terminal. */
export function logCommand(known: Asked, pattern = "ERROR"): string | undefined {
  return apiCommand(
    known,
    (name) => `aws logs tail "/aws/lambda/${name}" --since 15m --filter-pattern ${pattern}`,
  );
}
