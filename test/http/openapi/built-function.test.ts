import { expect, it } from "vitest";
import document from "../../../api/http/service/openapi.json" with { type: "json" };
import { apiBundle } from "../../support/aws/api-bundle.js";
import { functionUrlEvent } from "../../support/aws/function-url-event.js";
import { invokeBundle } from "../../support/aws/invoke-bundle.js";

const SECRET = "origin-secret-of-the-test";

it("the built API function has the document in itself", async () => {
  const environment = {
    AWS_REGION: "us-east-1",
    PROBLEMS_TABLE_NAME: "problems",
    SUBMISSIONS_TABLE_NAME: "submissions",
    CALLER_SLOTS_TABLE_NAME: "caller-slots",
    RUN_CODE_LAMBDA_NAME: "code-executor",
    COGNITO_USER_POOL_ID: "us-east-1_Pool",
    COGNITO_CLIENT_IDS: "client",
    ALLOWED_ORIGINS: "*",
    ORIGIN_SECRETS: SECRET,
  };
  const headers = { "x-origin-verify": SECRET };
  const event = functionUrlEvent("GET", "/openapi.json", { headers });
  const { answer, errors } = await invokeBundle(await apiBundle(), environment, event);
  expect([answer?.statusCode, errors]).toEqual([200, ""]);
  expect(answer.headers["content-type"]).toMatch(/^application\/json/);
  expect(JSON.parse(answer.body)).toEqual(document);
});
