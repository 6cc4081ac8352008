import { setTimeout as delay } from "node:timers/promises";
import { startDevServer } from "./load/dev-server.js";
import { type Level, runLevel } from "./load/level.js";
import { ProcessMonitor } from "./load/process-monitor.js";
import { PROBLEMS, PROGRAMS } from "./load/programs.js";
import { isSound, latencyTable, memoryTable, outcome, thirds } from "./load/report.js";
import { findStoredFaults } from "./load/stored-faults.js";
import { startSubmissionsTable } from "./load/submissions-table.js";
import { describeMachine } from "./machine.js";
import { Progress } from "./progress.js";

/** How long a process that was told to end may take. */
const LAST_EXIT_MS = 2000;

export interface LoadOptions {
  /** One level each, in this order. */
  readonly clients: readonly number[];
  readonly seconds: number;
  /** Whether memory over time is what this is about. */
  readonly isSoak: boolean;
}

/** Loads the dev server, in a process of its own, and holds every answer against what it must be. */
export async function benchLoad(
  env: NodeJS.ProcessEnv,
  { clients, seconds, isSoak }: LoadOptions,
): Promise<{ readonly report: string; readonly isSound: boolean }> {
  const machine = describeMachine();
  const table = await startSubmissionsTable();
  const server = await startDevServer({ ...env, DYNAMODB_ENDPOINT: table.endpoint });
  const known = new Set<unknown>();
  const monitor = new ProcessMonitor(server.pid);
  const progress = new Progress();
  const levels: Level[] = [];
  let how: string;
  try {
    for await (const { submissionId } of table.items()) known.add(submissionId);
    await putProblems(server.url);
    for (const count of clients) {
      const level = await runLevel(server, count, seconds * 1000, monitor, (text) =>
        progress.say(text),
      );
      levels.push(level);
    }
  } finally {
    progress.end();
    how = await server.stop();
    await delay(LAST_EXIT_MS);
    monitor.stop();
  }
  const leftovers = monitor.leftovers().map(({ pid }) => String(pid));
  const end = { how, leftovers, logged: server.logged };
  const told = levels.flatMap(({ ledger }) => ledger.told);
  const stored = await findStoredFaults(table.items(), told, known);
  await table.close();
  const report = [
    machine,
    METHOD,
    latencyTable(levels),
    `Resident memory in MiB, and processes:\n${memoryTable(levels)}`,
    ...(isSoak ? levels.map(thirds) : []),
    outcome(levels, stored, end),
  ].join("\n\n");
  return { report, isSound: isSound(levels, stored, end) };
}

const MIX = PROGRAMS.map(({ name, share }) => `${share} % ${name}`).join(", ");

const METHOD = `A closed loop: each client waits for its answer before it sends its next submission.
The mix: ${MIX}.
Every tenth submission comes from somebody new. p50 to p99 are of graded answers; a client that was
shed comes back after Retry-After and up to as much again. The clients and the tables run beside the
server on the same cores, in one process whose CPU time is shown (100 % is one core). Memory before and
after is what is left when the server's garbage is collected.`;

async function putProblems(url: string): Promise<void> {
  for (const problem of PROBLEMS) {
    const { status } = await fetch(`${url}/dev/problems/${problem.problemId}`, {
      method: "PUT",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(problem),
    });
    if (status !== 204) throw new Error(`PUT ${problem.problemId} was answered ${status}.`);
  }
}
