import type { Item } from "../../api/adapters/item.js";
import { isObject } from "../../api/domain/json.js";

/** Of one attribute; an expression holds 4 KB and 300 operators. */
const MOST_LEAVES = 40;

/**
 * The condition that an item is what was read, value by value: no other writer of the table keeps a hash
 * of it. Of a long list the length counts.
 *
 * @param before what was read; undefined where nothing was there
 * @param names attributes that must not have come meanwhile
 */
export function unchangedCondition(before: Item | undefined, names: readonly string[]) {
  if (before === undefined) return { ConditionExpression: "attribute_not_exists(problemId)" };
  const attributes: Record<string, string> = {};
  const values: Record<string, unknown> = {};
  const nameKey = (name: string) => {
    const known = Object.keys(attributes).find((key) => attributes[key] === name);
    const key = known ?? `#n${Object.keys(attributes).length}`;
    attributes[key] = name;
    return key;
  };
  const valueKey = (value: unknown) => {
    const key = `:v${Object.keys(values).length}`;
    values[key] = value;
    return key;
  };
  const conditions = (path: string, value: unknown): string[] => {
    const parts = partsOf(value);
    if (parts === undefined) return [`${path} = ${valueKey(value)}`];
    const size = `size(${path}) = ${valueKey(parts.length)}`;
    if (leafCount(value) > MOST_LEAVES) return [size];
    return [
      size,
      ...parts.flatMap(([key, part]) =>
        conditions(typeof key === "number" ? `${path}[${key}]` : `${path}.${nameKey(key)}`, part),
      ),
    ];
  };
  const all = [
    ...Object.entries(before).flatMap(([name, value]) => conditions(nameKey(name), value)),
    ...names
      .filter((name) => !(name in before))
      .map((name) => `attribute_not_exists(${nameKey(name)})`),
  ];
  return {
    ConditionExpression: all.join(" AND "),
    ExpressionAttributeNames: attributes,
    ExpressionAttributeValues: values,
  };
}

/** Lists and maps are compared part by part, as the local DynamoDB cannot compare them whole. */
function partsOf(value: unknown): [string | number, unknown][] | undefined {
  if (Array.isArray(value)) return value.map((part, index) => [index, part]);
  if (!isObject(value) || value instanceof Uint8Array || value instanceof Set) return undefined;
  return Object.entries(value);
}

function leafCount(value: unknown): number {
  const parts = partsOf(value);
  return parts === undefined ? 1 : parts.reduce((sum, [, part]) => sum + leafCount(part), 1);
}
