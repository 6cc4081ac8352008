import type { Item } from "../../api/adapters/item.js";
import type { Problem, TestCase } from "../../api/domain/problem.js";
import { caseList } from "../checking/case-list.js";
import { countOf } from "../count.js";
import { isSameValue } from "./is-same-value.js";

interface Version {
  readonly item: Item;
  readonly problem: Problem;
}

const MOST_CHARACTERS = 60;

/** The differences between two versions of a problem, a line each. */
export function describeChange(before: Version | undefined, after: Version): string[] {
  if (before === undefined) {
    const count = after.problem.testCases.length;
    return [`+ new, with ${countOf(count, "case")}`];
  }
  const names = [...new Set([...Object.keys(before.item), ...Object.keys(after.item)])].sort();
  const lines = names
    .filter((name) => !isSameValue(before.item[name], after.item[name]))
    .flatMap((name) => {
      if (name === "finalTestCases") return caseDifferences(before.problem, after.problem);
      if (!(name in before.item)) return `+ ${name}: ${shown(after.item[name])}`;
      if (!(name in after.item)) return `- ${name}: ${shown(before.item[name])}`;
      return `~ ${name}: ${shown(before.item[name])} → ${shown(after.item[name])}`;
    });
  if (lines.length === 0 || before.problem.testSetHash === after.problem.testSetHash) return lines;
  return [...lines, "! verdicts so far were by other tests: regrade the problem's submissions"];
}

/** Which cases are other ones, and which are new or gone: a line each. */
export function caseDifferences(before: Problem, after: Problem): string[] {
  const [less, more] = [before.testCases.length, after.testCases.length];
  const common = Math.min(less, more);
  const changed = after.testCases.flatMap((testCase, index) => {
    const earlier = before.testCases[index];
    return earlier !== undefined && !isSameCase(earlier, testCase) ? [index + 1] : [];
  });
  const numbers = (from: number, to: number) =>
    caseList(Array.from({ length: to - from }, (_, index) => from + index + 1));
  return [
    ...(changed.length > 0 ? [`~ finalTestCases: changed ${caseList(changed)}`] : []),
    ...(more > common ? [`+ finalTestCases: added ${numbers(common, more)}`] : []),
    ...(less > common ? [`- finalTestCases: removed ${numbers(common, less)}`] : []),
    ...(changed.length === 0 && less === more ? ["~ finalTestCases: written otherwise"] : []),
  ];
}

function isSameCase(one: TestCase, other: TestCase): boolean {
  return (
    one.input === other.input &&
    one.expectedText === other.expectedText &&
    one.name === other.name &&
    one.visibility === other.visibility &&
    one.group === other.group &&
    String(one.points) === String(other.points)
  );
}

/** A value in so few characters that a line holds two. */
function shown(value: unknown): string {
  if (typeof value === "string" && value.includes("\n")) {
    const count = value.trimEnd().split("\n").length;
    return count === 1 ? "1 line" : `${count} lines`;
  }
  if (value instanceof Uint8Array) return `${value.length} bytes`;
  const text = JSON.stringify(value instanceof Set ? [...value] : value) ?? "nothing";
  return text.length <= MOST_CHARACTERS ? text : `${text.slice(0, MOST_CHARACTERS)}…`;
}
