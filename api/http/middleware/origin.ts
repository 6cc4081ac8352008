import type { MiddlewareHandler } from "hono";
import { timingSafeEqual } from "hono/utils/buffer";
import { VisibleError } from "../../domain/errors.js";
import type { AppEnv, OriginProtection } from "../deps.js";

/** Lets through only what came the way that the protection says. */
export function requireOrigin(protection: OriginProtection): MiddlewareHandler<AppEnv> {
  return async (c, next) => {
    if (!(await isFromOrigin(c.req.header("X-Origin-Verify") ?? "", protection))) {
      throw new VisibleError("Forbidden", "Requests must come through the service's own domain.");
    }
    await next();
  };
}

/** Every secret is compared, so that the time taken does not tell which one came close. */
async function isFromOrigin(sent: string, protection: OriginProtection): Promise<boolean> {
  if (protection.kind !== "secret-header") return true;
  const { secrets } = protection;
  const matches = await Promise.all(secrets.map((secret) => timingSafeEqual(secret, sent)));
  return matches.includes(true);
}

/** The header that brings the caller's token: CloudFront's own signature takes `Authorization`. */
export function tokenHeader({ kind }: OriginProtection): string {
  return kind === "oac" ? "X-Forwarded-Authorization" : "Authorization";
}
