import { ImportRefused } from "./import-refused.js";
import {
  isOfSystem,
  refusedMember,
  requireRoom,
  requireSafeName,
  type SourceFiles,
} from "./source-files.js";

const BLOCK = 512;
const decoder = new TextDecoder();

/**
 * The files of a tar archive, with long names as GNU and POSIX write them. Links and devices are refused, but for a
 * file that the archive has under another name as well.
 *
 * Source: POSIX.1-2017, pax, "ustar Interchange Format".
 *
 * @throws ImportRefused
 */
export function readTar(bytes: Uint8Array, path: string): SourceFiles {
  const files = new Map<string, Uint8Array>();
  let total = 0;
  for (const { kind, name, linkName, content } of membersOf(bytes, path)) {
    if (FOLDERS_AND_REMARKS.includes(kind) || isOfSystem(name)) continue;
    const isFile = kind === "" || kind === "0";
    const file = isFile
      ? content
      : kind === "1"
        ? files.get(requireSafeName(linkName, path))
        : undefined;
    if (file === undefined) throw refusedMember(path, name, "is a link or a device");
    files.set(requireSafeName(name, path), file);
    total += file.length;
    requireRoom(path, total, files.size);
  }
  return files;
}

const FOLDERS_AND_REMARKS = ["5", "g"];

interface Member {
  readonly kind: string;
  readonly name: string;
  /** Of a link. */
  readonly linkName: string;
  readonly content: Uint8Array;
}

function* membersOf(bytes: Uint8Array, path: string): Generator<Member, void> {
  let longName: string | undefined;
  for (let at = 0; at + BLOCK <= bytes.length; ) {
    const header = bytes.subarray(at, at + BLOCK);
    if (header.every((byte) => byte === 0)) return;
    const size = Number.parseInt(field(header, 124, 12).trim() || "0", 8);
    const isTar = field(header, 257, 5) === "ustar" && size >= 0;
    if (!isTar || at + BLOCK + size > bytes.length) {
      throw new ImportRefused(path, "is no tar archive, or is damaged.");
    }
    const content = bytes.subarray(at + BLOCK, at + BLOCK + size);
    at += BLOCK + Math.ceil(size / BLOCK) * BLOCK;
    const kind = field(header, 156, 1);
    if (kind === "L" || kind === "x") {
      longName = longNameIn(kind, decoder.decode(content));
      continue;
    }
    const name = longName ?? nameIn(header);
    longName = undefined;
    yield { kind, name, linkName: field(header, 157, 100), content };
  }
}

function longNameIn(kind: "L" | "x", text: string): string | undefined {
  return kind === "L" ? text.replace(/\0.*$/s, "") : /^\d+ path=(.*)$/m.exec(text)?.[1];
}

function nameIn(header: Uint8Array): string {
  const prefix = field(header, 345, 155);
  return (prefix === "" ? "" : `${prefix}/`) + field(header, 0, 100);
}

const field = (header: Uint8Array, from: number, length: number) =>
  decoder.decode(header.subarray(from, from + length)).replace(/\0.*$/s, "");
