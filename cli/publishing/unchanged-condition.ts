import type { Item } from "../../api/adapters/item.js";

/**
 * The condition that an item is what was read, attribute by attribute: whoever else writes the table keeps
 * no hash of it.
 *
 * @param before what was read; undefined where nothing was there
 * @param names attributes that must not have come meanwhile
 */
export function unchangedCondition(before: Item | undefined, names: readonly string[]) {
  if (before === undefined) return { ConditionExpression: "attribute_not_exists(problemId)" };
  const there = Object.entries(before);
  const absent = names.filter((name) => !(name in before));
  const attributes = [...there.map(([name]) => name), ...absent];
  return {
    ConditionExpression: attributes
      .map((_, at) => (at < there.length ? `#n${at} = :v${at}` : `attribute_not_exists(#n${at})`))
      .join(" AND "),
    ExpressionAttributeNames: Object.fromEntries(attributes.map((name, at) => [`#n${at}`, name])),
    ExpressionAttributeValues: Object.fromEntries(there.map(([, value], at) => [`:v${at}`, value])),
  };
}
