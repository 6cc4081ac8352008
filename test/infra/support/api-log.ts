import { logLine } from "../../../api/log-line.js";
import { startDynamoDb } from "../../../dev/dynamodb/dynamodb.js";
import { mockExecutor } from "../../../dev/lambda/mock-executor.js";
import {
  echo,
  refusal,
  startScriptedLambda,
  throttled,
} from "../../support/aws/scripted-lambda.js";
import { startCuttableProxy } from "../../support/http/cuttable-proxy.js";
import { GOOD_BODY, postGrade, putEchoProblem } from "../../support/http/post-grade.js";
import { startWorld, type World } from "../../support/world.js";

const SECRET = "secret-of-the-origin";

/** What went wrong in a request, or nothing. */
export type Incident =
  | "graded"
  | "forbidden"
  | "unauthorized"
  | "busy"
  | "died"
  | "unusable problem"
  | "not read"
  | "not saved"
  | "internal error"
  | "bad request";

/** The lines that the API logs, as it writes them, in a request that ends so. */
export async function logOfIncidents(): Promise<Map<Incident, string[]>> {
  const dynamoDb = await startDynamoDb();
  const proxy = await startCuttableProxy(dynamoDb.endpoint);
  const lambda = await startScriptedLambda();
  const world = await startWorld({
    dynamoDbEndpoint: proxy.url,
    executor: { kind: "endpoint", endpoint: lambda.endpoint },
    settings: { originProtection: { kind: "secret-header", secrets: [SECRET] } },
  });
  const log = new Map<Incident, string[]>();
  const record = async (incident: Incident, changes: Parameters<typeof postGrade>[1] = {}) => {
    world.logLines.length = 0;
    const headers = { "X-Origin-Verify": SECRET, ...changes.headers };
    await postGrade(world, { ...changes, headers });
    log.set(incident, linesOf(world));
    proxy.restore();
    lambda.play();
  };
  try {
    await putEchoProblem(world);
    await world.putProblem({ problemId: "broken", finalTestCases: "{" });
    await record("graded");
    await record("forbidden", { headers: { "X-Origin-Verify": "guess" } });
    await record("unauthorized", { headers: { Authorization: "Bearer a.b.c" } });
    await record("bad request", { body: "{}" });
    await record("unusable problem", {
      body: JSON.stringify({ ...GOOD_BODY, problemId: "broken" }),
    });
    lambda.play(throttled);
    await record("busy");
    lambda.play(() => refusal(500, "ServiceException"));
    await record("died");
    proxy.cut();
    await record("not read");
    lambda.play((invocation) => {
      proxy.cut();
      return echo(invocation);
    });
    await record("not saved");
  } finally {
    await world.close();
    await lambda.close();
    await proxy.close();
    await dynamoDb.close();
  }
  return log.set("internal error", await logOfInternalError());
}

async function logOfInternalError(): Promise<string[]> {
  const world = await startWorld({
    settings: {
      executor: { ...mockExecutor, run: () => Promise.reject(new TypeError("not thought of")) },
    },
  });
  try {
    await putEchoProblem(world);
    await postGrade(world, {});
    return linesOf(world);
  } finally {
    await world.close();
  }
}

/** Each line as `api/lambda.ts` writes it. */
function linesOf(world: World): string[] {
  return world.logLines.map(({ event, ...fields }) => logLine(0, String(event), fields));
}
