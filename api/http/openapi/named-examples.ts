import type { ZodOpenApiExampleObject } from "zod-openapi";

/** What really was sent and answered, by a summary of it. */
export type Exchanges<Part extends string> = Readonly<
  Record<string, Readonly<Record<Part, unknown>>>
>;

/** One part of each exchange, as a media type takes its examples. */
export function namedExamples<Part extends string>(
  exchanges: Exchanges<Part>,
  part: Part,
): Record<string, ZodOpenApiExampleObject> {
  return Object.fromEntries(
    Object.entries(exchanges).map(([summary, one]) => [summary, { summary, value: one[part] }]),
  );
}
