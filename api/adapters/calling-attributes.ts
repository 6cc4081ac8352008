import {
  ARGUMENT_STYLES,
  type Calling,
  DEFAULT_CALLING,
  ENTRY_FUNCTION_RULE,
  IOS,
  isEntryFunction,
  plainCalling,
} from "../domain/entry.js";
import type { Item } from "./item.js";
import { requireOneOf } from "./require-one-of.js";
import { quoted, UnusableProblem } from "./unusable-problem.js";

/**
 * How the item says that a solution is called.
 *
 * @throws UnusableProblem
 */
export function readCalling({ entryFunction, argumentStyle, io }: Item): Calling {
  return plainCalling({
    entryFunction: readEntryFunction(entryFunction ?? null),
    argumentStyle: requireOneOf(
      ARGUMENT_STYLES,
      argumentStyle ?? DEFAULT_CALLING.argumentStyle,
      "The argumentStyle of this problem",
    ),
    io: requireOneOf(IOS, io ?? DEFAULT_CALLING.io, "The io of this problem"),
  });
}

function readEntryFunction(name: unknown): string | null {
  if (name === null || (typeof name === "string" && isEntryFunction(name))) return name;
  throw new UnusableProblem(
    `The entryFunction of this problem ${ENTRY_FUNCTION_RULE}, not ${quoted(name)}.`,
  );
}
