const END = 0x06054b50;
const END_BYTES = 22;
const MEMBER = 0x02014b50;
const MEMBER_BYTES = 46;
const UNIX = 3;
const FILE_TYPE = 0o170000;
const LINK = 0o120000;

/**
 * What the directory of a zip archive says of its members: how many there are, and which are links, whose content
 * is where they lead. None where there is no directory that this can read.
 *
 * Source: https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT, 4.3.12 and 4.3.16
 */
export function readZipDirectory(bytes: Uint8Array): { count: number; links: string[] } {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const links: string[] = [];
  let end = bytes.length - END_BYTES;
  while (end >= 0 && view.getUint32(end, true) !== END) end -= 1;
  let at = end < 0 ? bytes.length : view.getUint32(end + 16, true);
  let count = 0;
  for (; at + MEMBER_BYTES <= bytes.length && view.getUint32(at, true) === MEMBER; count += 1) {
    const nameLength = view.getUint16(at + 28, true);
    const name = bytes.subarray(at + MEMBER_BYTES, at + MEMBER_BYTES + nameLength);
    const mode = view.getUint16(at + 40, true);
    const isOfUnix = view.getUint8(at + 5) === UNIX;
    if (isOfUnix && (mode & FILE_TYPE) === LINK) links.push(new TextDecoder().decode(name));
    at += MEMBER_BYTES + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return { count, links };
}
