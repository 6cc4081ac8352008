import { unzipSync } from "fflate";
import { ImportRefused } from "./import-refused.js";
import {
  MAX_SOURCE_BYTES,
  MAX_SOURCE_FILES,
  requireSafeName,
  type SourceFiles,
  tooLarge,
} from "./source-limits.js";

/**
 * The files of a zip archive. It is unpacked into no more memory than its directory announces, which is
 * added up first.
 *
 * @throws ImportRefused
 */
export function readZip(bytes: Uint8Array, path: string): SourceFiles {
  let total = 0;
  let count = 0;
  try {
    const entries = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        requireSafeName(name, path);
        total += originalSize;
        count += 1;
        if (total > MAX_SOURCE_BYTES || count > MAX_SOURCE_FILES) throw tooLarge(path);
        return !name.endsWith("/") && !name.startsWith("__MACOSX/");
      },
    });
    return new Map(
      Object.entries(entries).map(([name, content]) => [requireSafeName(name, path), content]),
    );
  } catch (cause) {
    if (cause instanceof ImportRefused) throw cause;
    throw new ImportRefused(path, "is no zip archive, or is damaged.", { cause });
  }
}
