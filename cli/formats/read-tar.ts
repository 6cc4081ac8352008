import { ImportRefused } from "./import-refused.js";
import { MAX_SOURCE_FILES, requireSafeName, type SourceFiles, tooLarge } from "./source-limits.js";

const BLOCK = 512;
const decoder = new TextDecoder();

/**
 * The files of a tar archive, with long names as GNU and POSIX write them. Links and devices are refused.
 *
 * Source: POSIX.1-2017, pax, "ustar Interchange Format".
 *
 * @throws ImportRefused
 */
export function readTar(bytes: Uint8Array, path: string): SourceFiles {
  const files = new Map<string, Uint8Array>();
  let longName: string | undefined;
  for (let at = 0; at + BLOCK <= bytes.length; ) {
    const header = bytes.subarray(at, at + BLOCK);
    if (header.every((byte) => byte === 0)) break;
    const size = Number.parseInt(field(header, 124, 12).trim() || "0", 8);
    const isTar = field(header, 257, 5) === "ustar" && size >= 0;
    if (!isTar || at + BLOCK + size > bytes.length) {
      throw new ImportRefused(path, "is no tar archive, or is damaged.");
    }
    const content = bytes.subarray(at + BLOCK, at + BLOCK + size);
    at += BLOCK + Math.ceil(size / BLOCK) * BLOCK;
    const kind = field(header, 156, 1);
    const name = longName ?? nameIn(header);
    longName = undefined;
    switch (kind) {
      case "L":
        longName = decoder.decode(content).replace(/\0.*$/s, "");
        break;
      case "x":
        longName = /^\d+ path=(.*)$/m.exec(decoder.decode(content))?.[1];
        break;
      case "":
      case "0":
        files.set(requireSafeName(name, path), content);
        if (files.size > MAX_SOURCE_FILES) throw tooLarge(path);
        break;
      case "5":
      case "g":
        break;
      default:
        throw new ImportRefused(path, `its member ${JSON.stringify(name)} is a link or a device.`);
    }
  }
  return files;
}

function nameIn(header: Uint8Array): string {
  const prefix = field(header, 345, 155);
  return (prefix === "" ? "" : `${prefix}/`) + field(header, 0, 100);
}

const field = (header: Uint8Array, from: number, length: number) =>
  decoder.decode(header.subarray(from, from + length)).replace(/\0.*$/s, "");
