import { Hono } from "hono";
import type { AppEnv } from "../../api/http/deps.js";
import type { LocalUserPool } from "../cognito/cognito.js";
import { type ProblemRoutesDeps, problemRoutes } from "./problem-routes.js";
import { tokenRoutes } from "./token-routes.js";

export interface DevRoutesDeps extends ProblemRoutesDeps {
  readonly userPool: LocalUserPool;
}

/** What only a development server offers: tokens for anybody, and problems for anybody to write. */
export function devRoutes(deps: DevRoutesDeps): Hono<AppEnv> {
  const routes = new Hono<AppEnv>();
  routes.route("/", tokenRoutes(deps.userPool));
  routes.route("/", problemRoutes(deps));
  return routes;
}
