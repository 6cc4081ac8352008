import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { setTimeout as delay } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { BatchWriteCommand, PutCommand, paginateScan } from "@aws-sdk/lib-dynamodb";
import { listen } from "../../dev/http/listen.js";
import { startService } from "../../dev/service.js";
import { MENDED_PROBLEM, oldSubmissions } from "./old-submissions.js";
import { regradeFaults } from "./regrade-faults.js";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const BATCH = 25;

export interface KilledRegradeOptions {
  readonly python: string;
  readonly submissions: number;
  readonly students: number;
  /** How often the tool is killed before it may come to its end. */
  readonly kills: number;
  readonly concurrency: number;
  readonly say: (text: string) => void;
}

export interface KilledRegrade {
  /** Empty when nothing was lost, doubled or changed beyond its verdict. */
  readonly faults: readonly string[];
  /** How many verdicts each run had told when it was killed, and the last one at its end. */
  readonly told: readonly number[];
  /** What the last run ended with. */
  readonly status: number | null;
  readonly seconds: number;
}

/**
 * Grades submissions again with the tool itself on a local service, kills it (SIGKILL) at random moments
 * and starts it anew; then holds every item against what it must be.
 */
export async function killedRegrade(options: KilledRegradeOptions): Promise<KilledRegrade> {
  const { python, submissions, students, kills, say } = options;
  const service = await startService({ executor: { kind: "python", path: python }, log: () => {} });
  const listener = await listen(service.app.fetch, 0);
  try {
    const { documents, tables } = service;
    await documents.send(new PutCommand({ TableName: tables.problems, Item: MENDED_PROBLEM }));
    const old = oldSubmissions(submissions, students);
    for (let first = 0; first < old.length; first += BATCH) {
      const puts = old
        .slice(first, first + BATCH)
        .map(({ item }) => ({ PutRequest: { Item: { ...item } } }));
      await documents.send(new BatchWriteCommand({ RequestItems: { [tables.submissions]: puts } }));
      say(`${first} of ${submissions} submissions stored`);
    }
    const begun = performance.now();
    const told: number[] = [];
    let left = submissions;
    for (let kill = 1; kill <= kills; kill += 1) {
      // So that the work lasts for all kills, wherever in its share each comes.
      const share = Math.floor((left / (kills - kill + 2)) * 2 * Math.random());
      const run = await runTool(listener.url, options, Math.min(share, left - 1));
      told.push(run.told);
      left -= run.told;
      say(`killed ${kill} times, ${left} of ${submissions} left`);
    }
    const last = await runTool(listener.url, options);
    told.push(last.told);
    const seconds = (performance.now() - begun) / 1000;
    const items: Record<string, unknown>[] = [];
    const pages = paginateScan({ client: documents }, { TableName: tables.submissions });
    for await (const { Items = [] } of pages) items.push(...Items);
    const problem = await service.deps.problems.get(MENDED_PROBLEM.problemId);
    const faults = regradeFaults(old, items, problem?.testSetHash ?? "");
    return { faults, told, status: last.status, seconds };
  } finally {
    await listener.close();
    await service.close();
  }
}

/**
 * Runs the tool to its end, or kills it some milliseconds after it has told so many verdicts.
 */
async function runTool(
  url: string,
  { concurrency, say }: KilledRegradeOptions,
  killAfter?: number,
): Promise<{ readonly told: number; readonly status: number | null }> {
  const options = ["--endpoint", url, "--yes", "--rate", "1000", "--concurrency", `${concurrency}`];
  const command = ["--import", "tsx", "cli/grader.ts", "regrade", MENDED_PROBLEM.problemId];
  const tool = spawn(process.execPath, [...command, ...options], {
    cwd: ROOT,
    stdio: ["ignore", "pipe", "pipe"],
  });
  let told = 0;
  createInterface({ input: tool.stderr }).on("line", say);
  createInterface({ input: tool.stdout }).on("line", async () => {
    told += 1;
    if (told !== (killAfter ?? 0) + 1 || killAfter === undefined) return;
    await delay(20 * Math.random());
    tool.kill("SIGKILL");
  });
  const [status] = await once(tool, "close");
  return { told, status };
}
