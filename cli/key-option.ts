import { InvalidArgumentError } from "commander";
import { isKey, MAX_KEY_BYTES } from "../api/domain/key.js";

/** Reads an id, a problem's or a person's: nothing is stored under any other text. */
export function toKey(text: string): string {
  if (isKey(text)) return text;
  throw new InvalidArgumentError(
    `It must be an id: not empty, and at most ${MAX_KEY_BYTES} bytes long.`,
  );
}
