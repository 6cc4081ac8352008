import { parseDocument } from "yaml";
import type { Item } from "../../api/adapters/item.js";
import { isObject } from "../../api/domain/json.js";
import { readText } from "./read-text.js";
import { UnusableFolder } from "./unusable-folder.js";

/**
 * The settings of a problem: its attributes by their names.
 *
 * @throws UnusableFolder
 */
export async function readProblemYaml(path: string): Promise<Item> {
  const document = parseDocument(await readText(path));
  const [fault] = [...document.errors, ...document.warnings];
  if (fault !== undefined) throw new UnusableFolder(path, inOneLine(fault.message));
  const value: unknown = toValue(() => document.toJS(), path) ?? {};
  if (!isObject(value)) throw new UnusableFolder(path, "must hold names and values");
  return Object.fromEntries(Object.entries(value).filter(([, setting]) => setting !== null));
}

/** The lines that follow show the place, which the first one names. */
const inOneLine = (message: string) => message.split("\n", 1)[0]?.replace(/:$/, "") ?? "";

function toValue(read: () => unknown, path: string): unknown {
  try {
    return read();
  } catch (cause) {
    const fault = cause instanceof Error ? cause.message : String(cause);
    throw new UnusableFolder(path, fault, { cause });
  }
}
