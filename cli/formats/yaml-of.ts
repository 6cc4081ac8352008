import { parseDocument } from "yaml";
import { isObject } from "../../api/domain/json.js";
import { ImportRefused } from "./import-refused.js";
import { textOf } from "./text-of.js";

/** A member's settings; none of a member that is empty or not there. */
export function yamlOf(
  bytes: Uint8Array | undefined,
  name: string,
): Readonly<Record<string, unknown>> {
  if (bytes === undefined) return {};
  try {
    const document = parseDocument(textOf(bytes, name));
    const [fault] = document.errors;
    if (fault !== undefined) throw fault;
    const value: unknown = document.toJS() ?? {};
    if (isObject(value)) return value;
  } catch (cause) {
    if (cause instanceof ImportRefused) throw cause;
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new ImportRefused(name, `is no YAML: ${why}`, { cause });
  }
  throw new ImportRefused(name, "does not hold names and values.");
}
