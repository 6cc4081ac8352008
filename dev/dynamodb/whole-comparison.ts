import { isDeepStrictEqual } from "node:util";
import storage, { type Attributes, type Condition, type Operand } from "dynalite/db/index.js";

const TRUE: Condition = { type: "=", args: [{ N: "1" }, { N: "1" }] };
const FALSE: Condition = { type: "not", args: [TRUE] };

/** Has dynalite compare lists and maps in conditions, as DynamoDB does: alone it finds no two of them equal. */
export function compareWhole(): void {
  const { checkConditional } = storage;
  storage.checkConditional = (request, item) => {
    if (request._condition === undefined) return checkConditional(request, item);
    const expression = withComparisons(request._condition.expression, item ?? {});
    return checkConditional({ ...request, _condition: { expression } }, item);
  };
}

/** The same condition, with its outcome in the place of each comparison with a list or a map. */
function withComparisons(condition: Condition, item: Attributes): Condition {
  const { type, args } = condition;
  if (type === "and" || type === "or" || type === "not") {
    return { type, args: args.map((arg) => withComparisons(arg as Condition, item)) };
  }
  const [one, other] = args as Operand[];
  const isWhole = [one, other].some((arg) => arg !== undefined && ("L" in arg || "M" in arg));
  if (type !== "=" || !isWhole) return condition;
  const values = [one, other].map((arg) => (Array.isArray(arg) ? storage.mapPath(arg, item) : arg));
  return isDeepStrictEqual(values[0], values[1]) ? TRUE : FALSE;
}
