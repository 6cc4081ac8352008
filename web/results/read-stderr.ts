import { isJson } from "../service/is-json.js";

/** What a failed case wrote to stderr: what the code printed there itself, and how it failed. */
export interface FailedStderr {
  readonly printed: string;
  /** Such as `ValueError: no`; empty when it was cut off. */
  readonly error: string;
  readonly traceback: string;
}

const FAULT_LINE = /^\{"error": "((?:[^"\\]|\\.)*)(?:", "traceback": "((?:[^"\\]|\\.)*))?/;

/** Reads the stderr of a case that failed, whose last line is JSON, though maybe cut in the middle. */
export function readStderr(stderr: string): FailedStderr {
  const start = stderr.trimEnd().lastIndexOf("\n") + 1;
  const [whole, error, traceback] = FAULT_LINE.exec(stderr.slice(start)) ?? [];
  if (whole === undefined) return { printed: stderr, error: "", traceback: "" };
  return {
    printed: stderr.slice(0, start),
    error: decoded(error ?? ""),
    traceback: decoded(traceback ?? ""),
  };
}

/** The text that stands in a JSON string; from an escape that was cut in half on, there is none. */
function decoded(text: string): string {
  return text.replace(/\\(?:u[\da-f]{4}|["\\/bfnrt])|\\.*$/gis, (written) =>
    isJson(`"${written}"`) ? (JSON.parse(`"${written}"`) as string) : "…",
  );
}
