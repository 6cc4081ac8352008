import { Hono } from "hono";
import { cors } from "hono/cors";
import { VisibleError } from "../domain/errors.js";
import type { AppDeps, AppEnv } from "./deps.js";
import { respondToError } from "./errors.js";
import { gradeRoutes } from "./grade/route.js";
import { requireOrigin } from "./middleware/origin.js";
import { requestLog } from "./middleware/request-log.js";
import { problemRoutes } from "./problems/route.js";
import { healthRoutes } from "./service/health.js";
import { openApiRoutes } from "./service/openapi.js";
import { warmUpRoutes } from "./service/warm-up.js";
import { submissionRoutes } from "./submissions/route.js";

/** The whole HTTP API, ready for a Lambda handler or a local server. */
export function createApp(deps: AppDeps): Hono<AppEnv> {
  const app = new Hono<AppEnv>();
  app.onError(respondToError);
  app.notFound((c) => {
    throw new VisibleError("NotFound", `There is nothing at ${c.req.path}; check the path.`);
  });
  app.use(requestLog(deps));
  app.use(
    cors({
      origin: deps.allowedOrigins.includes("*") ? "*" : [...deps.allowedOrigins],
      allowMethods: ["GET", "POST", "OPTIONS"],
      allowHeaders: ["Authorization", "Content-Type", "X-Amz-Content-Sha256"],
      exposeHeaders: ["X-Amzn-ErrorType", "X-Request-Id", "Retry-After"],
      maxAge: 86_400,
    }),
  );
  app.use(requireOrigin(deps.originProtection));
  app.route("/", healthRoutes());
  app.route("/", openApiRoutes());
  app.route("/", warmUpRoutes(deps));
  app.route("/", gradeRoutes(deps));
  app.route("/", problemRoutes(deps));
  app.route("/", submissionRoutes(deps));
  return app;
}
