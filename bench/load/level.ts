import { setTimeout as delay } from "node:timers/promises";
import { runClient } from "./client.js";
import type { DevServer } from "./dev-server.js";
import { Ledger } from "./ledger.js";
import type { MemorySample, ProcessMonitor } from "./process-monitor.js";

/** How long the server may rest before its garbage is collected, and what it still takes is its level. */
const REST_MS = 5000;
const LOOK_MS = 3000;
const TELL_MS = 1000;

/** So many clients for so long, and what became of it. */
export interface Level {
  readonly clients: number;
  readonly seconds: number;
  readonly ledger: Ledger;
  readonly before: readonly MemorySample[];
  readonly during: readonly MemorySample[];
  /** Some seconds later, when the server's garbage was collected. */
  readonly after: readonly MemorySample[];
  /** Of one core, that the clients and the tables took meanwhile. */
  readonly benchCpuShare: number;
}

export async function runLevel(
  server: DevServer,
  clients: number,
  durationMs: number,
  monitor: ProcessMonitor,
  tell: (text: string) => void,
): Promise<Level> {
  const before = await look(server, monitor);
  const ledger = new Ledger();
  const startedAt = performance.now();
  const cpu = process.cpuUsage();
  const seconds = () => (performance.now() - startedAt) / 1000;
  const ticker = setInterval(() => tell(describe(clients, seconds(), durationMs, ledger)), TELL_MS);
  const isOver = AbortSignal.timeout(durationMs);
  const name = (index: number) => `student-${clients}-${index}`;
  await Promise.all(
    Array.from({ length: clients }, (_, index) =>
      runClient(server.url, name(index), ledger, isOver),
    ),
  );
  clearInterval(ticker);
  const took = seconds();
  const { user, system } = process.cpuUsage(cpu);
  const during = monitor.between(startedAt, performance.now());
  await delay(REST_MS);
  const after = await look(server, monitor);
  const benchCpuShare = (user + system) / 1e6 / took;
  return { clients, seconds: took, ledger, before, during, after, benchCpuShare };
}

async function look(server: DevServer, monitor: ProcessMonitor): Promise<MemorySample[]> {
  server.collectGarbage();
  const from = performance.now();
  await delay(LOOK_MS);
  return monitor.between(from, performance.now());
}

function describe(clients: number, seconds: number, durationMs: number, ledger: Ledger): string {
  const { doneMs, shedMs, errors, faults } = ledger;
  const time = `${seconds.toFixed(0)} of ${(durationMs / 1000).toFixed(0)} s`;
  const wrong = faults.length === 0 ? "" : `, ${faults.length} WRONG`;
  const other = errors.size === 0 ? "" : `, errors: ${[...errors.keys()].join("; ")}`;
  return `${clients} clients, ${time}: ${doneMs.length} done, ${shedMs.length} shed${wrong}${other}`;
}
