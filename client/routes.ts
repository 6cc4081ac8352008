import type { Hono } from "hono";
import type { BlankEnv } from "hono/types";
import type { GradeRequest } from "../api/http/grade/request.js";
import type { SubmissionsRequest } from "../api/http/submissions/request.js";
import type {
  CustomTestsResponse,
  GradeResponse,
  SubmissionPage,
  SubmissionSummary,
  WholeSubmission,
} from "./answers.js";

type Json<Input, Output> = {
  input: Input;
  output: Output;
  outputFormat: "json";
  status: 200;
};

/** What the client asks of the service, as `hc` takes it: requests are what the service validates. */
export type Routes = Hono<
  BlankEnv,
  {
    "/grade": { $post: Json<{ json: GradeRequest }, GradeResponse | CustomTestsResponse> };
    "/submissions": { $get: Json<{ query: SubmissionsRequest }, SubmissionPage> };
    "/submissions/:submissionId": {
      $get: Json<{ param: { submissionId: string } }, WholeSubmission | SubmissionSummary>;
    };
  }
>;
