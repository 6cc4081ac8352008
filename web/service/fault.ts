import { GraderError } from "../../client/create-grader-client.js";

/** Why something could not be done, as the page tells it. */
export interface Fault {
  readonly sentence: string;
  readonly code: string;
  readonly requestId: string | undefined;
}

export function toFault(error: unknown): Fault {
  if (error instanceof GraderError) {
    const { message, code, requestId } = error;
    return { sentence: message, code, requestId };
  }
  // A fault of this very page: its stack is for whoever mends it.
  console.error(error);
  return { sentence: String(error), code: "PageError", requestId: undefined };
}
