import type { Item } from "../../api/adapters/item.js";
import { itemSize } from "../../api/adapters/item-size.js";

/** What an item costs its table. */
export interface StoredSize {
  readonly bytes: number;
  /** Of each grading: a read that need not be the very latest takes half a unit for every 4 KB. */
  readonly readUnits: number;
  /** Whether the cases are stored as gzip. */
  readonly isPacked: boolean;
}

/** What DynamoDB takes: https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Constraints.html */
export const MAX_ITEM_BYTES = 400 * 1024;

export function storedSize(item: Item): StoredSize {
  const bytes = itemSize(item);
  return {
    bytes,
    readUnits: Math.ceil(bytes / 4096) / 2,
    isPacked: item.finalTestCases instanceof Uint8Array,
  };
}
