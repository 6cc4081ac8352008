import type { MiddlewareHandler } from "hono";
import { VisibleError } from "../../domain/errors.js";
import type { AppDeps, AppEnv } from "../deps.js";
import { tokenHeader } from "./origin.js";

const SENTENCE = "Send an ID token: Authorization: Bearer <token>.";

/** No token was sent, so that nothing can be wrong with it. */
export class TokenMissing extends VisibleError {
  constructor() {
    super("Unauthorized", SENTENCE);
  }
}

/** Finds out who calls, from the ID token in `Authorization: Bearer …`. */
export function authenticate({
  identity,
  originProtection,
}: Pick<AppDeps, "identity" | "originProtection">): MiddlewareHandler<AppEnv> {
  const header = tokenHeader(originProtection);
  return async (c, next) => {
    const sent = c.req.header(header) ?? "";
    if (!/^Bearer +[^ ]/i.test(sent)) throw new TokenMissing();
    const [, idToken] = /^Bearer +([\w.~+/-]+=*) *$/i.exec(sent) ?? [];
    if (idToken === undefined) throw new VisibleError("Unauthorized", SENTENCE);
    c.set("caller", await identity.identify(idToken));
    await next();
  };
}
