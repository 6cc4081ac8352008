import type { ListChunk } from "../domain/list-page.js";

export interface PageRequest<Cursor> {
  readonly pageSize: number;
  /** Where the page before ended. */
  readonly after?: Cursor | undefined;
  /** Aborts when what was found by then must do. */
  readonly deadline: AbortSignal;
}

export interface ListPage<Item, Cursor> {
  readonly items: readonly Item[];
  /** Where the next page begins; undefined when nothing follows. */
  readonly next: Cursor | undefined;
}

/**
 * One page of a list. It is full, or the last one, or (with something left to read, perhaps for
 * nothing) what the deadline allowed for.
 *
 * @param readChunk reads at most about so many items that follow the cursor
 */
export async function readPage<Item extends Cursor, Cursor>(
  readChunk: (after: Cursor | undefined, limit: number) => Promise<ListChunk<Item, Cursor>>,
  { pageSize, after, deadline }: PageRequest<Cursor>,
): Promise<ListPage<Item, Cursor>> {
  const found: Item[] = [];
  let cursor = after;
  do {
    // One more than the page holds tells whether another page follows.
    const chunk = await readChunk(cursor, pageSize + 1 - found.length);
    found.push(...chunk.items);
    cursor = chunk.cursor;
  } while (found.length <= pageSize && cursor !== undefined && !deadline.aborted);
  const items = found.slice(0, pageSize);
  return { items, next: found.length > pageSize ? items.at(-1) : cursor };
}
