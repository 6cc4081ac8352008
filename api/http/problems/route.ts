import { Hono } from "hono";
import { listProblems } from "../../usecases/list-problems.js";
import { readProblem } from "../../usecases/read-problem.js";
import { deadline } from "../deadline.js";
import type { AppDeps, AppEnv } from "../deps.js";
import { allowOnly } from "../middleware/allow-only.js";
import { authenticate } from "../middleware/authenticate.js";
import { revalidated } from "../middleware/revalidated.js";
import { validQuery } from "../middleware/valid-query.js";
import { problemCursor } from "./cursor.js";
import { problemsRequest } from "./request.js";
import { problemPageResponse, problemResponse } from "./response.js";

/** `GET /problems` lists problems, `GET /problems/:problemId` shows one. */
export function problemRoutes(deps: AppDeps): Hono<AppEnv> {
  const routes = new Hono<AppEnv>();

  routes.use("/problems", revalidated);
  routes.use("/problems/:problemId", revalidated);

  routes.get("/problems", authenticate(deps), validQuery(problemsRequest), async (c) => {
    const { pageSize, sortOrder, lastEvaluatedKey } = c.req.valid("query");
    const after =
      lastEvaluatedKey === undefined
        ? undefined
        : await problemCursor.read(sortOrder, lastEvaluatedKey);
    const request = { sortOrder, pageSize, after, deadline: deadline(c, deps) };
    return c.json(await problemPageResponse(sortOrder, await listProblems(deps, request)));
  });
  routes.all("/problems", allowOnly("GET"));

  routes.get("/problems/:problemId", authenticate(deps), async (c) => {
    const problemId = c.req.param("problemId");
    const problem = await readProblem(deps, { caller: c.var.caller, problemId });
    return c.json(problemResponse(problem));
  });
  routes.all("/problems/:problemId", allowOnly("GET"));

  return routes;
}
