import type { Context } from "hono";
import { accepts } from "hono/accepts";

export const LIVE_TYPE = "application/x-ndjson";
const PLAIN_TYPE = "application/json";

/** Whether the client asks for events as they happen, and for nothing else rather than for them. */
export function acceptsLive(c: Context): boolean {
  const chosen = accepts(c, {
    header: "Accept",
    supports: [PLAIN_TYPE, LIVE_TYPE],
    default: PLAIN_TYPE,
    match(accepted) {
      // The closest name counts, as RFC 9110 has it in section 12.5.1.
      const quality = (...names: string[]) => {
        const qualities = names.map((name) =>
          accepted.filter(({ type }) => type.toLowerCase() === name).map(({ q }) => q),
        );
        return Math.max(0, ...(qualities.find(({ length }) => length > 0) ?? []));
      };
      const live = quality(LIVE_TYPE);
      const plain = quality(PLAIN_TYPE, "application/*", "*/*");
      return live > 0 && live >= plain ? LIVE_TYPE : PLAIN_TYPE;
    },
  });
  return chosen === LIVE_TYPE;
}

/** Whether an answer is told as it happens. */
export function isLive(response: Response): boolean {
  return response.headers.get("Content-Type") === LIVE_TYPE;
}
