import { type DynamoDBDocumentClient, PutCommand, paginateScan } from "@aws-sdk/lib-dynamodb";
import { Hono } from "hono";
import * as z from "zod";
import { readProblemItem } from "../../api/adapters/problem-item.js";
import { VisibleError } from "../../api/domain/errors.js";
import { memberTexts } from "../../api/domain/json.js";
import type { AppEnv } from "../../api/http/deps.js";
import { allowOnly } from "../../api/http/middleware/allow-only.js";
import { requireJsonBody } from "../../api/http/middleware/require-json-body.js";
import { validBody } from "../../api/http/middleware/valid-body.js";
import type { LocalUserPool } from "../cognito/cognito.js";

export interface DevRoutesDeps {
  readonly userPool: LocalUserPool;
  readonly documents: DynamoDBDocumentClient;
  readonly problemsTableName: string;
}

const tokenRequest = z.object({ sub: z.string().min(1), nickname: z.string().min(1).optional() });

const problemItem = z.record(z.string(), z.unknown());

/** What only a development server offers: tokens for anybody, and problems for anybody to write. */
export function devRoutes({ userPool, documents, problemsTableName }: DevRoutesDeps): Hono<AppEnv> {
  const routes = new Hono<AppEnv>();

  routes.post("/token", requireJsonBody, validBody(tokenRequest), async (c) => {
    return c.json({ idToken: await userPool.issueIdToken(c.req.valid("json")) });
  });
  routes.all("/token", allowOnly("POST"));

  routes.put("/problems/:problemId", requireJsonBody, validBody(problemItem), async (c) => {
    const item = c.req.valid("json");
    const problemId = c.req.param("problemId");
    const finalTestCases =
      typeof item.finalTestCases === "string"
        ? item.finalTestCases
        : memberTexts(await c.req.text()).get("finalTestCases");
    const Item = { ...item, problemId, finalTestCases };
    await documents
      .send(new PutCommand({ TableName: problemsTableName, Item }))
      .catch(rethrowUnstorable);
    return c.body(null, 204);
  });
  routes.all("/problems/:problemId", allowOnly("PUT"));

  routes.get("/problems", async (c) => {
    const problems: Record<string, unknown>[] = [];
    for await (const { Items = [] } of paginateScan(
      { client: documents },
      { TableName: problemsTableName },
    )) {
      problems.push(...(await Promise.all(Items.map(withoutTestCases))));
    }
    return c.json(problems.sort((a, b) => String(a.problemId).localeCompare(String(b.problemId))));
  });
  routes.all("/problems", allowOnly("GET"));

  return routes;
}

/** A problem as the page shows it: its item, and how it is judged as the service reads that. */
async function withoutTestCases({ finalTestCases: _, ...item }: Record<string, unknown>) {
  const { timeLimitMs, judge } = await readProblemItem(String(item.problemId), item);
  return { ...item, timeLimitMs, judge };
}

/** What a table cannot hold (a number out of range, an over-long id) is the caller's to mend. */
function rethrowUnstorable(cause: unknown): never {
  const isRefused = cause instanceof Error && !("code" in cause) && cause.name !== "TimeoutError";
  if (!isRefused) throw cause;
  if (cause.name === "InternalServerError") {
    throw new VisibleError("StorageUnavailable", "Problems cannot be stored now.", { cause });
  }
  throw new VisibleError("InvalidInput", `Invalid input: body: ${cause.message}`, { cause });
}
