import { ImportRefused } from "./import-refused.js";

/** A member's text without a byte order mark. */
export function textOf(bytes: Uint8Array, name: string): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new ImportRefused(name, "is not UTF-8; save it as that.", { cause });
  }
}
