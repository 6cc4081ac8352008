import { readdir, readFile, realpath, stat } from "node:fs/promises";
import { basename, join, relative, sep } from "node:path";
import { gunzipSync } from "node:zlib";
import { ImportRefused } from "./import-refused.js";
import { readTar } from "./read-tar.js";
import { readZip } from "./read-zip.js";
import {
  isOfSystem,
  MAX_SOURCE_BYTES,
  refusedMember,
  requireRoom,
  type SourceFiles,
  tooLarge,
} from "./source-files.js";

/** Reads a folder, a `.zip`, a `.tar` or a `.tar.gz`; of any other file the file alone. */
export async function readSource(path: string): Promise<SourceFiles> {
  const entry = await stat(path).catch((cause: unknown) => {
    throw new ImportRefused(path, "is not there, or cannot be read.", { cause });
  });
  if (entry.isDirectory()) return readFolder(path);
  if (entry.size > MAX_SOURCE_BYTES) throw tooLarge(path);
  const bytes = new Uint8Array(await readFile(path));
  if (/\.(zip|kpp)$/i.test(path)) return withoutWrapper(readZip(bytes, path));
  if (/\.tar$/i.test(path)) return withoutWrapper(readTar(bytes, path));
  if (/\.(tar\.gz|tgz)$/i.test(path)) return withoutWrapper(readTar(unpacked(bytes, path), path));
  return new Map([[basename(path), bytes]]);
}

async function readFolder(folder: string): Promise<SourceFiles> {
  const files = new Map<string, Uint8Array>();
  const inside = `${await realpath(folder)}${sep}`;
  let bytes = 0;
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    const name = relative(folder, path).split(sep).join("/");
    if (isOfSystem(name)) continue;
    const isLink = entry.isSymbolicLink();
    if (isLink && !(await leadsToFileIn(inside, path))) {
      throw refusedMember(folder, name, "is a link to no file of it");
    }
    if (!isLink && !entry.isFile()) continue;
    bytes += (await stat(path)).size;
    requireRoom(folder, bytes, files.size + 1);
    files.set(name, new Uint8Array(await readFile(path)));
  }
  return files;
}

async function leadsToFileIn(inside: string, link: string): Promise<boolean> {
  const target = await realpath(link).catch(() => "");
  return target.startsWith(inside) && (await stat(target)).isFile();
}

function unpacked(bytes: Uint8Array, path: string): Uint8Array {
  try {
    return new Uint8Array(gunzipSync(bytes, { maxOutputLength: MAX_SOURCE_BYTES }));
  } catch (cause) {
    const isLarge = (cause as NodeJS.ErrnoException).code === "ERR_BUFFER_TOO_LARGE";
    throw isLarge ? tooLarge(path) : new ImportRefused(path, "is no gzip.", { cause });
  }
}

/** Many archives hold one folder, which holds the rest. */
function withoutWrapper(files: SourceFiles): SourceFiles {
  const [first = ""] = [...files.keys()];
  const wrapper = first.slice(0, first.indexOf("/") + 1);
  if (wrapper === "" || ![...files.keys()].every((name) => name.startsWith(wrapper))) return files;
  if (["data/", "cases/"].includes(wrapper)) return files;
  return new Map([...files].map(([name, bytes]) => [name.slice(wrapper.length), bytes]));
}
