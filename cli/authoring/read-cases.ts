import { readdir } from "node:fs/promises";
import { join, sep } from "node:path";
import { promisify } from "node:util";
import { gzip } from "node:zlib";
import type { Item } from "../../api/adapters/item.js";
import { itemSize } from "../../api/adapters/item-size.js";
import { arrayText, isObject, type JsonText, objectText } from "../../api/domain/json.js";
import { namesIn } from "./names-in.js";
import { readBytes, readText } from "./read-text.js";
import { shellWord } from "./shell-word.js";
import { UnusableFolder, unreadable } from "./unusable-folder.js";

export interface CaseFiles {
  /** The attribute: JSON text as its author wrote it, or gzip of it where that would be too large. */
  readonly stored: string | Uint8Array;
  /** Where each case stands; undefined where one file holds them all. */
  readonly names: readonly string[] | undefined;
}

/** Less than the 400 KB of an item, for what is stored beside the cases. */
const MAX_TEXT_BYTES = 300_000;

/**
 * The cases of `cases.json`, of `cases.json.gz`, or of the pairs `cases/*.in` and `*.ans`, of which those
 * in `cases/sample/` are samples and those in `cases/<id>/` belong to that group.
 *
 * @throws UnusableFolder
 */
export async function readCases(folder: string, settings: Item): Promise<CaseFiles> {
  const names = new Set(await namesIn(folder));
  const there = ["cases.json", "cases.json.gz", "cases"].filter((name) => names.has(name));
  const [only, other] = there;
  if (only === undefined) {
    const sentence = names.has("generate.py")
      ? `has no test cases yet: make them by problem generate ${shellWord(folder)}`
      : "has no test cases: neither cases.json nor cases/*.in with cases/*.ans";
    throw new UnusableFolder(folder, sentence);
  }
  if (other !== undefined) {
    throw new UnusableFolder(folder, `has both ${only} and ${other}; keep one of them`);
  }
  const path = join(folder, only);
  if (only === "cases.json.gz") {
    return { stored: await readBytes(path), names: undefined };
  }
  if (only === "cases.json") {
    const text = await readText(path);
    requireJson(text, path, "is not JSON");
    return { stored: await packed(text), names: undefined };
  }
  const pairs = await readPairs(path, settings);
  const text = arrayText(pairs.map(({ text }) => text));
  return { stored: await packed(text), names: pairs.map(({ name }) => name) };
}

async function packed(text: string): Promise<string | Uint8Array> {
  if (itemSize(text) <= MAX_TEXT_BYTES) return text;
  return new Uint8Array(await promisify(gzip)(text, { level: 9 }));
}

interface Pair {
  readonly name: string;
  readonly text: JsonText;
}

async function readPairs(folder: string, { io, groups }: Item): Promise<Pair[]> {
  const found = await readdir(folder, { recursive: true }).catch((cause: unknown) => {
    throw unreadable(folder, cause);
  });
  const files = found.map((file) => file.replaceAll(sep, "/"));
  const there = new Set(files);
  const groupIds = idsOf(groups);
  // Samples are graded first, then the groups as they are listed.
  const order = ["sample", ...groupIds];
  const inputs = files.filter((file) => file.endsWith(".in"));
  const orphan = files.find((file) => file.endsWith(".ans") && !there.has(as(file, ".in")));
  if (orphan !== undefined) throw new UnusableFolder(join(folder, orphan), "has no .in beside it");
  const place = (file: string) => {
    const at = order.indexOf(file.split("/")[0] ?? "");
    return at === -1 ? order.length : at;
  };
  inputs.sort(
    (a, b) =>
      place(a) - place(b) || a.localeCompare(b, "en", { numeric: true }) || (a < b ? -1 : 1),
  );
  const toJson = io === "stdio" ? JSON.stringify : (text: string) => text.trim();
  return Promise.all(
    inputs.map(async (file) => {
      const answer = as(file, ".ans");
      if (!there.has(answer)) {
        throw new UnusableFolder(join(folder, file), `has no ${answer} beside it`);
      }
      const read = async (one: string) => {
        const text = toJson(await readText(join(folder, one)));
        requireJson(text, join(folder, one), "is not JSON, which functions take and return");
        return text as JsonText;
      };
      const [first = ""] = file.includes("/") ? file.split("/") : [];
      return {
        name: file,
        text: objectText({
          input: await read(file),
          expected_output: await read(answer),
          ...(first === "sample" && { visibility: '"sample"' as JsonText }),
          ...(groupIds.includes(first) && { group: JSON.stringify(first) as JsonText }),
        }),
      };
    }),
  );
}

const as = (file: string, end: ".in" | ".ans") => file.replace(/\.(in|ans)$/, end);

function requireJson(text: string, path: string, sentence: string): void {
  try {
    JSON.parse(text);
  } catch (cause) {
    // What it quotes of the file may be several lines long.
    const fault = cause instanceof Error ? cause.message.replace(/\s+/g, " ") : String(cause);
    throw new UnusableFolder(path, `${sentence} (${fault})`);
  }
}

function idsOf(groups: unknown): string[] {
  return Array.isArray(groups)
    ? groups.flatMap((group) => (isObject(group) ? [String(group.id)] : []))
    : [];
}
