import { type ExactJson, isJsonArray, isJsonObject } from "../json.js";

/** Whether two values are the same where they are not two arrays nor two objects. */
export type LeafRule = (actual: ExactJson, expected: ExactJson) => boolean;

/** The keys and indices that lead from a value to a place in it. */
export type Path = readonly (string | number)[];

/**
 * Where two values first differ: elements in turn, then the first index that one of them lacks;
 * members in the order of the expected ones, then those that only `actual` has. Undefined where
 * they are the same. Looks at everything once.
 */
export function firstDifference(
  isSame: LeafRule,
  actual: ExactJson,
  expected: ExactJson,
): Path | undefined {
  if (isJsonArray(actual) && isJsonArray(expected)) return inElements(isSame, actual, expected);
  if (isJsonObject(actual) && isJsonObject(expected)) return inMembers(isSame, actual, expected);
  return isSame(actual, expected) ? undefined : [];
}

function inElements(
  isSame: LeafRule,
  actual: readonly ExactJson[],
  expected: readonly ExactJson[],
): Path | undefined {
  const common = Math.min(actual.length, expected.length);
  for (let index = 0; index < common; index += 1) {
    const path = firstDifference(isSame, actual[index] ?? null, expected[index] ?? null);
    if (path !== undefined) return [index, ...path];
  }
  return actual.length === expected.length ? undefined : [common];
}

type Members = Readonly<Record<string, ExactJson>>;

function inMembers(isSame: LeafRule, actual: Members, expected: Members): Path | undefined {
  for (const key of Object.keys(expected)) {
    if (!Object.hasOwn(actual, key)) return [key];
    const path = firstDifference(isSame, actual[key] ?? null, expected[key] ?? null);
    if (path !== undefined) return [key, ...path];
  }
  const more = Object.keys(actual).find((key) => !Object.hasOwn(expected, key));
  return more === undefined ? undefined : [more];
}
