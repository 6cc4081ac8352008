import {
  DeleteCommand,
  type DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  paginateScan,
} from "@aws-sdk/lib-dynamodb";
import { Hono } from "hono";
import * as z from "zod";
import type { Item } from "../../api/adapters/item.js";
import { readProblemItem } from "../../api/adapters/problem-item.js";
import { VisibleError } from "../../api/domain/errors.js";
import { isKey } from "../../api/domain/key.js";
import type { AppEnv } from "../../api/http/deps.js";
import { allowOnly } from "../../api/http/middleware/allow-only.js";
import { requireJsonBody } from "../../api/http/middleware/require-json-body.js";
import { validBody } from "../../api/http/middleware/valid-body.js";
import { validQuery } from "../../api/http/middleware/valid-query.js";
import type { CheckByProgramDeps } from "../../api/usecases/check-by-program.js";
import { describeRefusal } from "../../cli/authoring/describe-refusal.js";
import { findSlips } from "../../cli/authoring/find-slips.js";
import { readUpload } from "../../cli/authoring/read-upload.js";
import { toUpload } from "../../cli/authoring/to-upload.js";
import { tryChecker } from "../../cli/authoring/try-checker.js";

const problemItem = z.record(z.string(), z.unknown(), "must be a JSON object: a problem");
const putQuery = z.object({ unchecked: z.enum(["0", "1"]).default("0") });

export interface ProblemRoutesDeps {
  readonly documents: DynamoDBDocumentClient;
  readonly problemsTableName: string;
  /** What problems' checkers are tried with; undefined where no code runs. */
  readonly checking: CheckByProgramDeps | undefined;
}

/** Problems for anybody to read, write and remove, as their table holds them. */
export function problemRoutes({
  documents,
  problemsTableName: TableName,
  checking,
}: ProblemRoutesDeps): Hono<AppEnv> {
  const routes = new Hono<AppEnv>();
  const get = async (problemId: string): Promise<Item | undefined> =>
    isKey(problemId)
      ? (await documents.send(new GetCommand({ TableName, Key: { problemId } }))).Item
      : undefined;

  routes.put(
    "/problems/:problemId",
    requireJsonBody,
    validQuery(putQuery),
    validBody(problemItem),
    async (c) => {
      const problemId = c.req.param("problemId");
      const uploaded = readUpload(problemId, c.req.valid("json"), await c.req.text());
      const problem = await readProblemItem(problemId, uploaded);
      const { fault } = problem;
      const slips = await findSlips(uploaded, problem);
      if (checking !== undefined) slips.push(...(await tryChecker(checking, problem)));
      if (fault !== null && c.req.valid("query").unchecked === "0") {
        const sentence = `Invalid input: ${[fault, ...slips].join(" ")}`;
        throw new VisibleError("InvalidInput", sentence);
      }
      try {
        // One that is replaced keeps its place in the list.
        const createdAt =
          uploaded.createdAt ?? (await get(problemId))?.createdAt ?? new Date().toISOString();
        await documents.send(new PutCommand({ TableName, Item: { ...uploaded, createdAt } }));
      } catch (cause) {
        throw describeRefusal(uploaded, cause);
      }
      const told = [...(fault === null ? [] : [fault]), ...slips];
      return told.length === 0 ? c.body(null, 204) : c.json({ warnings: told });
    },
  );

  routes.get("/problems/:problemId", async (c) => {
    const item = await get(c.req.param("problemId"));
    return c.json(toUpload(item ?? refuseUnknown()));
  });

  routes.delete("/problems/:problemId", async (c) => {
    const problemId = c.req.param("problemId");
    if ((await get(problemId)) === undefined) refuseUnknown();
    await documents.send(new DeleteCommand({ TableName, Key: { problemId } }));
    return c.body(null, 204);
  });
  routes.all("/problems/:problemId", allowOnly("GET", "PUT", "DELETE"));

  routes.get("/problems", async (c) => {
    const problems: Record<string, unknown>[] = [];
    for await (const { Items = [] } of paginateScan({ client: documents }, { TableName })) {
      problems.push(...Items.map(({ finalTestCases: _, ...item }) => item));
    }
    return c.json(problems.sort((a, b) => String(a.problemId).localeCompare(String(b.problemId))));
  });
  routes.all("/problems", allowOnly("GET"));

  return routes;
}

function refuseUnknown(): never {
  throw new VisibleError("ProblemNotFound", "There is no such problem; check its id.");
}
