import { stringify } from "yaml";
import type { Item } from "../../api/adapters/item.js";
import { unpackTestCases } from "../../api/adapters/unpack-test-cases.js";
import { isObject } from "../../api/domain/json.js";
import { FILES_OF_ATTRIBUTES } from "../authoring/problem-folder.js";
import { LANGUAGE_OF_EXTENSION } from "../authoring/read-solutions.js";

/** The files of a stored problem's folder, by their names: read again they make the same problem. */
export async function folderFiles(item: Item): Promise<Map<string, string>> {
  const { finalTestCases, listed, startCode, ...others } = item;
  const { starterCode = startCode, ...attributes }: Record<string, unknown> = others;
  const files = new Map<string, string>();
  for (const [name, file] of Object.entries(FILES_OF_ATTRIBUTES)) {
    const text = attributes[name];
    if (typeof text !== "string") continue;
    files.set(file, text);
    delete attributes[name];
  }
  for (const [file, code] of starterFiles(starterCode)) files.set(file, code);
  const settings = {
    ...Object.fromEntries(
      Object.entries(attributes).map(([name, value]) => [
        name,
        value instanceof Set ? [...value] : value,
      ]),
    ),
    listed: listed === "Y",
  };
  files.set("problem.yaml", stringify(settings, { lineWidth: 100 }));
  const text = await unpackTestCases(finalTestCases);
  files.set("cases.json", typeof text === "string" ? text : "[]\n");
  return files;
}

function starterFiles(starterCode: unknown): [string, string][] {
  if (typeof starterCode === "string") return [["starter.py", starterCode]];
  const codes = isObject(starterCode) ? starterCode : {};
  return [...LANGUAGE_OF_EXTENSION].flatMap(([extension, language]): [string, string][] => {
    const code = codes[language];
    return typeof code === "string" ? [[`starter${extension}`, code]] : [];
  });
}
