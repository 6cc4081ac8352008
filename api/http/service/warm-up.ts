import { Hono } from "hono";
import { warmUp } from "../../usecases/warm-up.js";
import type { AppDeps, AppEnv } from "../deps.js";
import { allowOnly } from "../middleware/allow-only.js";
import { authenticate } from "../middleware/authenticate.js";

/** `POST /warm-up`: makes the first run of a user who has just opened a problem a warm one. */
export function warmUpRoutes(deps: AppDeps): Hono<AppEnv> {
  const routes = new Hono<AppEnv>();
  routes.post("/warm-up", authenticate(deps), async (c) => {
    const { requestId, caller } = c.var;
    const log: AppDeps["log"] = (event, fields) => deps.log(event, { requestId, ...fields });
    await warmUp(deps, { userId: caller.userId, log });
    return c.body(null, 204);
  });
  routes.all("/warm-up", allowOnly("POST"));
  return routes;
}
