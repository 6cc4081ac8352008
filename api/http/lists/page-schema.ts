import * as z from "zod";

/** A page of a list of such items. */
export function pageOf<Item extends z.ZodType>(item: Item) {
  return z.object({
    items: z.array(item),
    lastEvaluatedKey: z
      .string()
      .nullable()
      .describe("Sent again, it gives the next page; null exactly when nothing follows."),
    count: z.number().describe("Of the items of this page."),
  });
}
