import * as z from "zod";
import { CommandEnd } from "../command-end.js";

const reasons = z
  .array(z.string())
  .nullish()
  .transform((all) => all ?? []);

const step = z.object({
  op: z.string(),
  urn: z.string(),
  detailedDiff: z.record(z.string(), z.unknown()).nullish(),
  diffReasons: reasons,
  replaceReasons: reasons,
});

/** One thing that a deployment would do. */
export type PreviewStep = z.infer<typeof step>;

const plan = z.object({
  steps: z.array(step),
  diagnostics: z.array(z.object({ severity: z.string() })).nullish(),
});

/**
 * The steps in what `pulumi preview --json` has written.
 *
 * @throws CommandEnd when it is something else, or a preview that failed
 */
export function parsePreview(text: string, where: string): readonly PreviewStep[] {
  const parsed = plan.safeParse(jsonIn(text));
  const { steps, diagnostics } = parsed.data ?? {};
  // One that failed half way has seen half of the steps.
  const isWhole = !diagnostics?.some(({ severity }) => severity === "error");
  if (steps !== undefined && isWhole) return steps;
  throw new CommandEnd(
    "misuse",
    `${where} is not what "pulumi preview --json" writes, or that preview failed.`,
  );
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
