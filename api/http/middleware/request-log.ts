import type { MiddlewareHandler } from "hono";
import { VisibleError } from "../../domain/errors.js";
import type { AppDeps, AppEnv, Outcome } from "../deps.js";

/** Names the request, and writes one line of the log about it when it has been answered to the end. */
export function requestLog({
  clock,
  ids,
  log,
}: Pick<AppDeps, "clock" | "ids" | "log">): MiddlewareHandler<AppEnv> {
  return async (c, next) => {
    const startedAt = clock.now();
    c.set("requestId", c.env?.lambdaContext?.awsRequestId ?? ids.next());
    await next();
    c.header("X-Request-Id", c.var.requestId);
    const write = ({ status, code, error }: Outcome) =>
      log("request", {
        requestId: c.var.requestId,
        // CloudFront's own name for it, which its access log has.
        edgeRequestId: c.req.header("X-Amz-Cf-Id"),
        method: c.req.method,
        path: c.req.path,
        status,
        code,
        durationMs: clock.now() - startedAt,
        userId: c.var.caller?.userId,
        error: error === undefined ? undefined : describe(error),
      });
    const { ended } = c.var;
    if (ended !== undefined) {
      const written = ended.then(write);
      c.env?.waitUntil?.(written);
      return;
    }
    const code = c.res.headers.get("X-Amzn-ErrorType") ?? undefined;
    write({ status: c.res.status, code, error: c.error });
  };
}

/** The error with its causes; only here does a stack leave the process, where it can tell something. */
function describe(error: unknown): unknown {
  if (!(error instanceof Error)) return String(error);
  const { name, message, stack, cause } = error;
  return {
    name,
    message,
    ...(error instanceof VisibleError ? {} : { stack }),
    ...(cause === undefined ? {} : { cause: describe(cause) }),
  };
}
