import * as z from "zod";
import { SORT_ORDERS } from "../../domain/list-page.js";

/** The fault of a parameter that is there several times. */
const onlyOnce = {
  error: ({ input }: { input?: unknown }) =>
    Array.isArray(input) ? "is sent more than once" : undefined,
};

/** A parameter that is a text. */
export const text = z.string(onlyOnce).min(1, { error: "is empty", abort: true });

/** The parameters of every list. */
export const pageRequest = z.object({
  pageSize: z
    .string(onlyOnce)
    .regex(/^(?:[1-9]\d?|100)$/, "must be a whole number from 1 to 100")
    .transform(Number)
    .default(20)
    .describe("The most that a page has."),
  sortOrder: z
    .enum(SORT_ORDERS, {
      error: (issue) => onlyOnce.error(issue) ?? `must be ${SORT_ORDERS.join(" or ")}`,
    })
    .default("DESC")
    .describe("`DESC`: the newest first."),
  lastEvaluatedKey: text
    .optional()
    .describe("The one of the page before, with the same filters and the same order."),
});
