import type { MiddlewareHandler } from "hono";
import { timingSafeEqual } from "hono/utils/buffer";
import { VisibleError } from "../domain/errors.js";
import type { AppEnv } from "./env.js";

/** Lets through only what carries one of the secrets that CloudFront adds to a request. */
export function requireOrigin(secrets: readonly string[] | undefined): MiddlewareHandler<AppEnv> {
  return async (c, next) => {
    if (secrets !== undefined && !(await isKnown(c.req.header("X-Origin-Verify") ?? "", secrets))) {
      throw new VisibleError("Forbidden", "Requests must come through the service's own domain.");
    }
    await next();
  };
}

/** Every secret is compared, so that the time taken does not tell which one came close. */
async function isKnown(sent: string, secrets: readonly string[]): Promise<boolean> {
  const matches = await Promise.all(secrets.map((secret) => timingSafeEqual(secret, sent)));
  return matches.includes(true);
}
