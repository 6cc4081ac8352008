import type { MiddlewareHandler } from "hono";
import { VisibleError } from "../domain/errors.js";
import type { IdentityProvider } from "../ports.js";
import type { AppEnv } from "./env.js";

/** Finds out who calls, from the ID token in `Authorization: Bearer …`. */
export function authenticate(identity: IdentityProvider): MiddlewareHandler<AppEnv> {
  return async (c, next) => {
    const [, idToken] =
      /^Bearer +([\w.~+/-]+=*) *$/i.exec(c.req.header("Authorization") ?? "") ?? [];
    if (idToken === undefined) {
      throw new VisibleError("Unauthorized", "Send an ID token: Authorization: Bearer <token>.");
    }
    c.set("caller", await identity.identify(idToken));
    await next();
  };
}
