import { isObject } from "./json.js";
import { firstCodePoints } from "./text.js";

const SHOWN_FAULT = 300;

/**
 * A run's fault in one line of at most 300 characters, such as `KeyError: 'a' (line 4)`; undefined
 * without one. The executor writes it as JSON at the end of stderr, whatever was printed there before.
 *
 * @param lastLine the last line that is its author's
 */
export function faultLine(stderr: string, lastLine = Number.POSITIVE_INFINITY): string | undefined {
  const { error, traceback } = readFault(stderr);
  if (typeof error !== "string") return undefined;
  // One part after the other: a single expression for line ends and the blanks around them takes the
  // square of what a solution can raise.
  const line = error
    .split(LINE_ENDS)
    .map((part) => part.trim())
    .join(" ")
    .replace(CONTROLS, "\ufffd")
    .trim();
  const number = typeof traceback === "string" ? lineNumber(traceback, lastLine) : undefined;
  const place = number === undefined || / line \d+\)$/.test(line) ? "" : ` (line ${number})`;
  const whole = line + place;
  if (firstCodePoints(whole, SHOWN_FAULT) === whole) return whole;
  return `${firstCodePoints(line, SHOWN_FAULT - place.length - 3)}...${place}`;
}

/** What a terminal or a page takes for the end of a line. */
const LINE_ENDS = /[\r\n\v\f\x85\u2028\u2029]+/;

/** What would move a terminal's cursor, or turn the direction of a page's text. */
const CONTROLS = /[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu;

/** A traceback's mention of a line of the solution; a source of 64 KiB has no longer numbers. */
const PYTHON_LINE = /^ *File "solution\.py", line (\d{1,6})(?!\d)/gm;
const JAVASCRIPT_LINE = /^solution\.js:(\d{1,6})(?!\d)/m;

/** Python tells the line that failed last, Node first. */
function lineNumber(traceback: string, lastLine: number): string | undefined {
  const numbers = [...traceback.matchAll(PYTHON_LINE)].map((match) => match[1]);
  const number = numbers.findLast((one) => Number(one) <= lastLine);
  return number ?? JAVASCRIPT_LINE.exec(traceback)?.[1];
}

function readFault(stderr: string): Readonly<Record<string, unknown>> {
  const last = stderr.slice(stderr.trimEnd().lastIndexOf("\n") + 1);
  if (!last.startsWith('{"error": ')) return {};
  try {
    const fault: unknown = JSON.parse(last);
    return isObject(fault) ? fault : {};
  } catch {
    // The solution printed something alike.
    return {};
  }
}
