import { zValidator } from "@hono/zod-validator";
import type * as z from "zod";
import { VisibleError } from "../domain/errors.js";

/** Validates the JSON body; the first thing wrong is the caller's `InvalidInput`. */
export function validBody<Schema extends z.ZodType>(schema: Schema) {
  return zValidator("json", schema, (result) => {
    if (result.success) return;
    const [issue] = result.error.issues;
    throw new VisibleError("InvalidInput", `Invalid input: ${sentence(issue)}`);
  });
}

function sentence(issue: z.core.$ZodIssue | undefined): string {
  if (issue === undefined) return "body: is not usable";
  if (/^(?:Missing|Unknown) /.test(issue.message)) return issue.message;
  const what = issue.message.replace(/^Invalid input: /, "");
  return `${issue.path.join(".") || "body"}: ${what}`;
}
