import { unzipSync } from "fflate";
import { ImportRefused } from "./import-refused.js";
import {
  isOfSystem,
  refusedMember,
  requireRoom,
  requireSafeName,
  type SourceFiles,
} from "./source-files.js";
import { readZipDirectory } from "./zip-directory.js";

/**
 * The files of a zip archive. It is unpacked into no more memory than its directory announces, which is
 * added up first.
 *
 * @throws ImportRefused
 */
export function readZip(bytes: Uint8Array, path: string): SourceFiles {
  const names = new Set<string>();
  let total = 0;
  let count = 0;
  try {
    const entries = unzipSync(bytes, {
      filter({ name, size, originalSize }) {
        const safe = requireSafeName(name, path);
        // What is not compressed is as long as it lies there, whatever else is announced.
        total += Math.max(size, originalSize);
        count += 1;
        requireRoom(path, total, count);
        if (name.endsWith("/") || isOfSystem(safe)) return false;
        if (names.has(safe)) throw refusedMember(path, name, "is there twice");
        names.add(safe);
        return true;
      },
    });
    const directory = readZipDirectory(bytes);
    if (directory.count !== count) throw new Error("Its directory is odd.");
    const [link] = directory.links;
    if (link !== undefined) throw refusedMember(path, link, "is a link");
    return new Map(
      Object.entries(entries).map(([name, content]) => [requireSafeName(name, path), content]),
    );
  } catch (cause) {
    if (cause instanceof ImportRefused) throw cause;
    throw new ImportRefused(path, "is no zip archive, or is damaged.", { cause });
  }
}
