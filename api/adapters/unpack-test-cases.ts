import { gunzipText, TooLarge } from "./gunzip-text.js";
import { UnusableProblem } from "./unusable-problem.js";

const MAX_UNPACKED_BYTES = 8 * 1024 * 1024;

/**
 * The text of `finalTestCases`, which may be stored as gzip; what is no binary comes back as it is.
 *
 * @throws UnusableProblem
 */
export async function unpackTestCases(finalTestCases: unknown): Promise<unknown> {
  if (!(finalTestCases instanceof Uint8Array)) return finalTestCases;
  try {
    return await gunzipText(new Uint8Array(finalTestCases), MAX_UNPACKED_BYTES);
  } catch (cause) {
    const sentence =
      cause instanceof TooLarge
        ? "The finalTestCases of this problem are larger than 8 MiB when unpacked."
        : "The finalTestCases of this problem are damaged: they are binary, but no gzip of a text.";
    throw new UnusableProblem(sentence, { cause });
  }
}
