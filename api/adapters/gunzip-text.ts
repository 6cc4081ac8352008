/** Unpacked, it would be larger than allowed. */
export class TooLarge extends Error {}

/**
 * The text that was packed with gzip, in UTF-8.
 *
 * @throws TooLarge as soon as it is, before the rest is unpacked; TypeError when it is damaged
 */
export async function gunzipText(
  packed: Uint8Array<ArrayBuffer>,
  maxBytes: number,
): Promise<string> {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let text = "";
  let bytes = 0;
  for await (const chunk of new Blob([packed])
    .stream()
    .pipeThrough(new DecompressionStream("gzip"))) {
    bytes += chunk.byteLength;
    if (bytes > maxBytes) throw new TooLarge();
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}
