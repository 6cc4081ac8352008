import { type JsonText, parseExactJson } from "../domain/json.js";
import { MAX_LABEL, type TestCase } from "../domain/problem.js";
import { firstCodePoints } from "../domain/text.js";
import { VISIBILITIES, type Visibility } from "../domain/visibility.js";
import { asGroupId } from "./group-attributes.js";
import type { Item } from "./item.js";
import { readPoints } from "./read-points.js";
import { requireOneOf } from "./require-one-of.js";
import { quoted, UnusableProblem } from "./unusable-problem.js";

/** What holds for the cases that do not say. */
export interface CaseDefaults {
  readonly visibility: Visibility;
  readonly groupIds: ReadonlySet<string>;
}

/**
 * What a test case says of itself beside its values.
 *
 * @param texts the members as they are written: points are exact
 * @throws UnusableProblem
 */
export function readCaseMembers(
  testCase: Item,
  texts: ReadonlyMap<string, JsonText>,
  caseNumber: number,
  { visibility, groupIds }: CaseDefaults,
): Pick<TestCase, "name" | "visibility" | "points" | "group"> {
  const of = `of test case ${caseNumber} of this problem`;
  const { group = null } = testCase;
  const points = parseExactJson(texts.get("points") ?? "null");
  return {
    name: readName(testCase.name),
    visibility: requireOneOf(
      VISIBILITIES,
      testCase.visibility ?? visibility,
      `The visibility ${of}`,
    ),
    points: points === null ? null : readPoints(points, `The points ${of}`),
    group: group === null ? null : requireGroup(group, groupIds, `The group ${of}`),
  };
}

/** Only a label, so that one of another kind is none. */
function readName(name: unknown): string | null {
  return typeof name === "string" && name !== "" ? firstCodePoints(name, MAX_LABEL) : null;
}

function requireGroup(group: unknown, groupIds: ReadonlySet<string>, subject: string): string {
  const id = asGroupId(group);
  if (id !== undefined && groupIds.has(id)) return id;
  throw new UnusableProblem(`${subject} is not one of the problem's groups: ${quoted(group)}.`);
}
