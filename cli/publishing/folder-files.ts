import { stringify } from "yaml";
import type { Item } from "../../api/adapters/item.js";
import { unpackTestCases } from "../../api/adapters/unpack-test-cases.js";
import { FILES_OF_ATTRIBUTES } from "../authoring/problem-folder.js";
import { LANGUAGE_OF_EXTENSION } from "../authoring/read-solutions.js";

/** The files of a stored problem's folder, by their names: read again they make the same problem. */
export async function folderFiles(item: Item): Promise<Map<string, string>> {
  const { finalTestCases, listed, startCode, starterCode = startCode, ...others } = item;
  const attributes: Record<string, unknown> = { ...others };
  const files = new Map<string, string>(starterFiles(starterCode));
  for (const [name, file] of Object.entries(FILES_OF_ATTRIBUTES)) {
    const text = attributes[name];
    if (typeof text !== "string") continue;
    files.set(file, text);
    delete attributes[name];
  }
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

/** A text alone is Python's. */
function starterFiles(starterCode: unknown): [name: string, text: string][] {
  const codes = typeof starterCode === "string" ? { "python3.12": starterCode } : starterCode;
  const ofLanguage = new Map<string, unknown>(Object.entries(codes ?? {}));
  return [...LANGUAGE_OF_EXTENSION].flatMap(([extension, language]) => {
    const text = ofLanguage.get(language);
    return typeof text === "string" ? [[`starter${extension}`, text]] : [];
  });
}
