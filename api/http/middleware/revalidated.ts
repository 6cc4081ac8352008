import type { MiddlewareHandler } from "hono";
import { etag, RETAINED_304_HEADERS } from "hono/etag";
import type { AppEnv } from "../deps.js";

// Without those of CORS a page could not read what its browser has kept.
const withETag = etag({
  retainedHeaders: [
    ...RETAINED_304_HEADERS,
    "Access-Control-Allow-Origin",
    "Access-Control-Expose-Headers",
  ],
});

/** Lets the caller's own browser keep the answer, and ask each time whether it still holds (304). */
export const revalidated: MiddlewareHandler<AppEnv> = (c, next) =>
  withETag(c, async () => {
    await next();
    if (!c.res.ok) return;
    c.res.headers.set("Cache-Control", "private, no-cache");
    c.res.headers.append("Vary", "Authorization");
  });
