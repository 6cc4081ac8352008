export const SORT_ORDERS = ["DESC", "ASC"] as const;

/** Whether the newest come first or last. */
export type SortOrder = (typeof SORT_ORDERS)[number];

/** Consecutive items of a list. */
export interface ListChunk<Item, Cursor> {
  readonly items: readonly Item[];
  /** Where the next chunk begins; undefined when nothing can follow. */
  readonly cursor: Cursor | undefined;
}
