import { ImportRefused } from "./import-refused.js";

/** Files by their paths, with `/` and below the source's own folder. */
export type SourceFiles = ReadonlyMap<string, Uint8Array>;

/** What a source may hold when it is unpacked: more than any problem, less than a machine's memory. */
export const MAX_SOURCE_BYTES = 64 * 1024 * 1024;
const MAX_SOURCE_FILES = 20_000;

/** @throws ImportRefused where a source holds more than it may */
export function requireRoom(source: string, bytes: number, fileCount: number): void {
  if (bytes > MAX_SOURCE_BYTES || fileCount > MAX_SOURCE_FILES) throw tooLarge(source);
}

export function tooLarge(path: string): ImportRefused {
  return new ImportRefused(path, "holds more than the 64 MiB or 20,000 files of a problem.");
}

/** What an operating system leaves beside files, which is nobody's. */
export function isOfSystem(name: string): boolean {
  return /^__MACOSX\/|(?:^|\/)(?:\._[^/]*|\.DS_Store|Thumbs\.db)$/.test(name);
}

export function refusedMember(source: string, name: string, why: string): ImportRefused {
  return new ImportRefused(source, `its member ${JSON.stringify(name)} ${why}.`);
}

/** The name as it can be used; one that leaves its folder is refused. */
export function requireSafeName(name: string, archive: string): string {
  const parts = name.split("/").filter((part) => part !== "" && part !== ".");
  const isUnsafe = name.startsWith("/") || /[\\\0]|^[A-Za-z]:/.test(name) || parts.includes("..");
  if (isUnsafe) throw refusedMember(archive, name, "leaves it");
  return parts.join("/");
}
