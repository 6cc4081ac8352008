import * as z from "zod";
import { isKey, isRangeKey } from "../../domain/key.js";
import type { SortOrder } from "../../domain/list-page.js";
import { cursorFormat } from "../lists/cursor.js";

const position = z.object({
  createdAt: z.string().refine(isRangeKey),
  problemId: z.string().refine(isKey),
});

/** Cursors of the list of problems. */
export const problemCursor = cursorFormat(
  position,
  (sortOrder: SortOrder) => ["problems", sortOrder],
  "this order",
);
