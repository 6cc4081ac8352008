import { isObject, parseExactJson } from "../domain/json.js";
import { MAX_LABEL } from "../domain/problem.js";
import { type Group, SCORINGS } from "../domain/scoring.js";
import { readPoints } from "./read-points.js";
import { requireOneOf } from "./require-one-of.js";
import { quoted, UnusableProblem } from "./unusable-problem.js";

const MAX_GROUPS = 100;

/**
 * The groups of a problem, from a list or its JSON text.
 *
 * @throws UnusableProblem
 */
export function readGroups(groups: unknown): Group[] {
  const list = typeof groups === "string" ? parseList(groups) : (groups ?? []);
  if (!Array.isArray(list)) throw new UnusableProblem("The groups of this problem are not a list.");
  if (list.length > MAX_GROUPS) {
    throw new UnusableProblem(`The groups of this problem are more than ${MAX_GROUPS}.`);
  }
  const read = list.map((group, index) => readGroup(group, index + 1));
  const doubled = read.find(({ id }, index) => read.findIndex((one) => one.id === id) !== index);
  if (doubled === undefined) return read;
  throw new UnusableProblem(`The groups of this problem have ${quoted(doubled.id)} twice.`);
}

function parseList(text: string): unknown {
  try {
    return parseExactJson(text);
  } catch (cause) {
    throw new UnusableProblem("The groups of this problem are not valid JSON.", { cause });
  }
}

function readGroup(group: unknown, number: number): Group {
  if (!isObject(group)) {
    throw new UnusableProblem(`Group ${number} of this problem is not an object.`);
  }
  if (group.id === undefined) {
    throw new UnusableProblem(`Group ${number} of this problem has no id.`);
  }
  const id = asGroupId(group.id);
  if (id === undefined) {
    throw new UnusableProblem(
      `The id of group ${number} of this problem must be a text of 1 to ${MAX_LABEL} characters, not ${quoted(group.id)}.`,
    );
  }
  const { points = null } = group;
  const subject = `of group ${quoted(id)} of this problem`;
  return {
    id,
    points: points === null ? null : readPoints(points, `The points ${subject}`),
    scoring: requireOneOf(SCORINGS, group.scoring ?? "sum", `The scoring ${subject}`),
  };
}

/** A group's id: a text, or an integer that stands for its digits. */
export function asGroupId(value: unknown): string | undefined {
  const text = Number.isSafeInteger(value) ? String(value) : value;
  return typeof text === "string" && text !== "" && text.length <= MAX_LABEL ? text : undefined;
}
