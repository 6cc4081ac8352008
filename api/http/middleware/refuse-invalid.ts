import type * as z from "zod";
import { VisibleError } from "../../domain/errors.js";

interface Validated {
  readonly success: boolean;
  readonly error?: { readonly issues: readonly z.core.$ZodIssue[] };
}

/** Makes the first thing wrong with a part of the request the caller's `InvalidInput`. */
export function refuseInvalid(part: "body" | "query") {
  return ({ success, error }: Validated): void => {
    if (success) return;
    throw new VisibleError("InvalidInput", `Invalid input: ${sentence(error?.issues[0], part)}`);
  };
}

function sentence(issue: z.core.$ZodIssue | undefined, part: string): string {
  if (issue === undefined) return `${part}: is not usable`;
  if (/^(?:Missing|Unknown) /.test(issue.message)) return issue.message;
  const what = issue.message.replace(/^Invalid input: /, "");
  return `${issue.path.join(".") || part}: ${what}`;
}
