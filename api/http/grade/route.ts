import { type Context, Hono } from "hono";
import { plainCalling } from "../../domain/entry.js";
import { elementTexts, memberTexts } from "../../domain/json.js";
import { gradeSubmission } from "../../usecases/grade-submission.js";
import { runCustomTests } from "../../usecases/run-custom-tests.js";
import { deadline } from "../deadline.js";
import type { AppDeps, AppEnv } from "../deps.js";
import { allowOnly } from "../middleware/allow-only.js";
import { authenticate } from "../middleware/authenticate.js";
import { requireJsonBody } from "../middleware/require-json-body.js";
import { validBody } from "../middleware/valid-body.js";
import { requireLanguage } from "../require-language.js";
import { answerWork } from "./answer-work.js";
import { customTestsForm } from "./custom-tests-response.js";
import { gradeForm } from "./grade-response.js";
import { gradeBody } from "./request.js";

/** `POST /grade`: grades a submission, or runs the caller's own tests. */
export function gradeRoutes(deps: AppDeps): Hono<AppEnv> {
  const routes = new Hono<AppEnv>();
  const checks = [authenticate(deps), requireJsonBody] as const;
  routes.post("/grade", ...checks, validBody(gradeBody), async (c) => {
    const request = c.req.valid("json");
    const run = {
      caller: c.var.caller,
      language: requireLanguage(request.language, deps.languages),
      deadline: deadline(c, deps),
      log: requestLogger(c, deps),
    };
    switch (request.executionMode) {
      case "GRADE_SUBMISSION": {
        const grading = gradeSubmission(deps, { ...request, ...run });
        return answerWork(c, deps, grading, gradeForm);
      }
      case "RUN_CUSTOM_TESTS": {
        const written = memberTexts(await c.req.text()).get("customTestCases") ?? "[]";
        const customTestCases = elementTexts(written);
        const calling = plainCalling(request);
        const running = runCustomTests(deps, { ...request, ...run, customTestCases, calling });
        return answerWork(c, deps, running, customTestsForm());
      }
    }
  });
  routes.all("/grade", allowOnly("POST"));
  return routes;
}

function requestLogger(c: Context<AppEnv>, { log }: AppDeps): AppDeps["log"] {
  const { requestId } = c.var;
  return (event, fields) => log(event, { requestId, ...fields });
}
