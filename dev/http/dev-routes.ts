import type { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { Hono } from "hono";
import type { AppEnv } from "../../api/http/deps.js";
import type { LocalUserPool } from "../cognito/cognito.js";
import { problemRoutes } from "./problem-routes.js";
import { tokenRoutes } from "./token-routes.js";

export interface DevRoutesDeps {
  readonly userPool: LocalUserPool;
  readonly documents: DynamoDBDocumentClient;
  readonly problemsTableName: string;
}

/** What only a development server offers: tokens for anybody, and problems for anybody to write. */
export function devRoutes({ userPool, documents, problemsTableName }: DevRoutesDeps): Hono<AppEnv> {
  const routes = new Hono<AppEnv>();
  routes.route("/", tokenRoutes(userPool));
  routes.route("/", problemRoutes(documents, problemsTableName));
  return routes;
}
