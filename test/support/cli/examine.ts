import { createServer } from "node:http";
import { expect } from "vitest";
import type { Finding } from "../../../cli/doctor/finding.js";
import type { Known } from "../../../cli/doctor/known.js";
import { runStages } from "../../../cli/doctor/run-stages.js";
import type { Stage } from "../../../cli/doctor/stage.js";
import { listen } from "../../../dev/http/listen.js";
import { listenOnLoopback } from "../../../dev/lambda/loopback.js";
import { toolEnvironment } from "./tool-environment.js";

/** What the stage finds where this is known. Of a deployed service nothing fails without a command. */
export async function examine(stage: Stage, facts: Partial<Known> = {}): Promise<Finding[]> {
  const { signal } = new AbortController();
  const known = { env: toolEnvironment(), folder: process.cwd(), signal, ...facts };
  const findings: Finding[] = [];
  for await (const report of runStages([stage], known)) findings.push(...report.findings);
  const bare = findings.filter(({ kind, command }) => kind === "fails" && command === undefined);
  if (known.deployed) expect(bare).toEqual([]);
  return findings;
}

/** The same of a service in whose place this answers; it counts as deployed. */
export async function examineService(
  stage: Stage,
  answer: (request: Request) => Response | Promise<Response>,
  facts: Partial<Known> = {},
): Promise<Finding[]> {
  const listener = await listen(answer, 0);
  try {
    const service = new URL(listener.url);
    return await examine(stage, { service, deployed: true, runsCode: true, ...facts });
  } finally {
    await listener.close();
  }
}

/** The same of one whose answers break off after this much of them. */
export async function examineBroken(
  stage: Stage,
  type: string,
  text: string,
  facts: Partial<Known> = {},
): Promise<Finding[]> {
  const server = createServer((_, response) => {
    response.writeHead(200, { "Content-Type": type }).write(text, () => response.destroy());
  });
  try {
    const service = new URL(`http://127.0.0.1:${await listenOnLoopback(server)}`);
    return await examine(stage, { service, deployed: true, runsCode: true, ...facts });
  } finally {
    server.close();
  }
}

/** An answer in JSON. */
export function json(body: unknown, status = 200, headers: Record<string, string> = {}): Response {
  return Response.json(body, { status, headers });
}

/** An error as the API answers it. */
export function refusal(
  status: number,
  code: string,
  headers: Record<string, string> = {},
): Response {
  return json({ error: "No.", code, requestId: "r" }, status, {
    "X-Amzn-ErrorType": code,
    "X-Request-Id": "r",
    ...headers,
  });
}

export const kinds = (findings: readonly Finding[]) => findings.map(({ kind }) => kind);
