import { Hono } from "hono";
import { warmUp } from "../../usecases/warm-up.js";
import type { AppDeps, AppEnv } from "../deps.js";
import { allowOnly } from "../middleware/allow-only.js";
import { authenticate } from "../middleware/authenticate.js";
import { validQuery } from "../middleware/valid-query.js";
import { requireLanguage } from "../require-language.js";
import { warmUpRequest } from "./request.js";

/** `POST /warm-up`: makes the first run of a user who has just opened a problem a warm one. */
export function warmUpRoutes(deps: AppDeps): Hono<AppEnv> {
  const routes = new Hono<AppEnv>();
  routes.post("/warm-up", authenticate(deps), validQuery(warmUpRequest), async (c) => {
    const { requestId, caller } = c.var;
    const language = requireLanguage(c.req.valid("query").language, deps.languages);
    const log: AppDeps["log"] = (event, fields) => deps.log(event, { requestId, ...fields });
    await warmUp(deps, { userId: caller.userId, language, log });
    return c.body(null, 204);
  });
  routes.all("/warm-up", allowOnly("POST"));
  return routes;
}
