import type { ListPage } from "../../usecases/read-page.js";
import type { CursorFormat } from "./cursor.js";

/** A page of a list as clients get it, the items as they are. */
export async function pageResponse<List, Item, Position>(
  list: List,
  { items, next }: ListPage<Item, Position>,
  cursor: CursorFormat<List, Position>,
) {
  return {
    items,
    lastEvaluatedKey: next === undefined ? null : await cursor.write(list, next),
    count: items.length,
  };
}
