import * as z from "zod";
import { isKey, MAX_KEY_BYTES } from "../../domain/key.js";
import { areListable, SORT_ORDERS } from "../../domain/submission-list.js";

const onlyOnce = {
  error: ({ input }: { input?: unknown }) =>
    Array.isArray(input) ? "is sent more than once" : undefined,
};

const text = z.string(onlyOnce).min(1, { error: "is empty", abort: true });

const filter = text.refine(isKey, `is longer than ${MAX_KEY_BYTES} bytes of UTF-8`).optional();

/** The parameters of `GET /submissions`. */
export const submissionsRequest = z
  .object({
    userId: filter,
    author: filter,
    problemId: filter,
    problemTitle: filter,
    problemTitleTranslated: filter,
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
  })
  .refine(
    areListable,
    "only problemId can be combined with another filter, and only with userId or author",
  );
