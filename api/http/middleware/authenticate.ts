import type { MiddlewareHandler } from "hono";
import { VisibleError } from "../../domain/errors.js";
import type { AppDeps, AppEnv } from "../deps.js";
import { tokenHeader } from "./origin.js";

/** Finds out who calls, from the ID token in `Authorization: Bearer …`. */
export function authenticate({
  identity,
  originProtection,
}: Pick<AppDeps, "identity" | "originProtection">): MiddlewareHandler<AppEnv> {
  const header = tokenHeader(originProtection);
  return async (c, next) => {
    const [, idToken] = /^Bearer +([\w.~+/-]+=*) *$/i.exec(c.req.header(header) ?? "") ?? [];
    if (idToken === undefined) {
      throw new VisibleError("Unauthorized", "Send an ID token: Authorization: Bearer <token>.");
    }
    c.set("caller", await identity.identify(idToken));
    await next();
  };
}
