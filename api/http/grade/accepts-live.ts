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
      const quality = (wanted: string) =>
        Math.max(0, ...accepted.map(({ type, q }) => (type.toLowerCase() === wanted ? q : 0)));
      const isLive = quality(LIVE_TYPE) > 0 && quality(LIVE_TYPE) >= quality(PLAIN_TYPE);
      return isLive ? LIVE_TYPE : PLAIN_TYPE;
    },
  });
  return chosen === LIVE_TYPE;
}

/** Whether an answer is told as it happens. */
export function isLive(response: Response): boolean {
  return response.headers.get("Content-Type") === LIVE_TYPE;
}
