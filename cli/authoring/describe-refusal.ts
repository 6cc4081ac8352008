import type { Item } from "../../api/adapters/item.js";
import { itemSize } from "../../api/adapters/item-size.js";
import { VisibleError } from "../../api/domain/errors.js";

/** Why the table did not take an item. What it can never hold is its author's to mend. */
export function describeRefusal(item: Item, cause: unknown): unknown {
  const isRefused = cause instanceof Error && !("code" in cause) && cause.name !== "TimeoutError";
  if (!isRefused) return cause;
  if (cause.name === "InternalServerError") {
    return new VisibleError("StorageUnavailable", "Problems cannot be stored now.", { cause });
  }
  const isTooLarge = /item size/i.test(cause.message);
  const what = isTooLarge ? describeSize(item) : `body: ${cause.message}`;
  return new VisibleError("InvalidInput", `Invalid input: ${what}`, { cause });
}

function describeSize(item: Item): string {
  const sizes = Object.entries(item).map(([name, value]) => ({ name, bytes: itemSize(value) }));
  const [largest] = sizes.sort((one, other) => other.bytes - one.bytes);
  if (largest === undefined) return "body: is empty";
  const mend =
    largest.name === "finalTestCases" && !(item.finalTestCases instanceof Uint8Array)
      ? ' As gzip they would be smaller: send {"gzip": "<base64>"}.'
      : "";
  return `body: is larger than the 400 KB that an item of the table can have, ${largest.name} most of all (${Math.ceil(largest.bytes / 1024)} KB).${mend}`;
}
