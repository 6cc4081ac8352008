import { Hono } from "hono";
import type { AppEnv } from "../../api/http/deps.js";
import type { LocalUserPool } from "../cognito/cognito.js";
import { type ProblemRoutesDeps, problemRoutes } from "./problem-routes.js";
import { type LocalStack, stackRoute } from "./stack-route.js";
import { tokenRoutes } from "./token-routes.js";

export interface DevRoutesDeps extends ProblemRoutesDeps {
  readonly userPool: LocalUserPool;
  readonly localStack: LocalStack;
}

/** What only a development server offers: tokens for anybody, problems for anybody to write, and its parts by name. */
export function devRoutes(deps: DevRoutesDeps): Hono<AppEnv> {
  const routes = new Hono<AppEnv>();
  routes.route("/", tokenRoutes(deps.userPool));
  routes.route("/", problemRoutes(deps));
  routes.route("/", stackRoute(deps.localStack));
  return routes;
}
