/** Why code is not worth sending. */
export type CodeFault = "noCode" | "codeTooLarge";

/** As much as the service takes. */
const MOST_BYTES = 64 * 1024;

export function findCodeFault(code: string): CodeFault | undefined {
  if (code.trim() === "") return "noCode";
  return new TextEncoder().encode(code).length > MOST_BYTES ? "codeTooLarge" : undefined;
}
