import { Hono } from "hono";
import { visibleList } from "../../domain/submission-audience.js";
import { listSubmissions } from "../../usecases/list-submissions.js";
import { readSubmission } from "../../usecases/read-submission.js";
import { deadline } from "../deadline.js";
import type { AppDeps, AppEnv } from "../deps.js";
import { allowOnly } from "../middleware/allow-only.js";
import { authenticate } from "../middleware/authenticate.js";
import { validQuery } from "../middleware/valid-query.js";
import { submissionCursor } from "./cursor.js";
import { submissionsRequest } from "./request.js";
import { submissionPageResponse, submissionResponse } from "./response.js";

/** `GET /submissions` lists summaries, `GET /submissions/:submissionId` shows one submission. */
export function submissionRoutes(deps: AppDeps): Hono<AppEnv> {
  const routes = new Hono<AppEnv>();

  routes.get("/submissions", authenticate(deps), validQuery(submissionsRequest), async (c) => {
    const { pageSize, sortOrder, lastEvaluatedKey, ...filters } = c.req.valid("query");
    const asked = { filters, sortOrder };
    // By it the cursor is told too: of a list of one's own there are no others' pages.
    const list = visibleList(asked, c.var.caller, deps.submissionsVisibleTo);
    const after =
      lastEvaluatedKey === undefined
        ? undefined
        : await submissionCursor.read(list, lastEvaluatedKey);
    const request = { list, pageSize, after, deadline: deadline(c, deps) };
    return c.json(await submissionPageResponse(list, await listSubmissions(deps, request)));
  });
  routes.all("/submissions", allowOnly("GET"));

  routes.get("/submissions/:submissionId", authenticate(deps), async (c) => {
    const submissionId = c.req.param("submissionId");
    const submission = await readSubmission(deps, { caller: c.var.caller, submissionId });
    return c.json(submissionResponse(submission));
  });
  routes.all("/submissions/:submissionId", allowOnly("GET"));

  return routes;
}
