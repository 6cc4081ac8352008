import { VisibleError } from "../domain/errors.js";

/** What is told when DynamoDB has failed after all its retries. */
export function storageUnavailable(
  what: "Problems" | "Submissions" | "Personal data",
  done: "read" | "stored" | "erased",
  cause: unknown,
): VisibleError {
  const sentence = `${what} cannot be ${done} right now; please try again in a moment.`;
  return new VisibleError("StorageUnavailable", sentence, { cause });
}
