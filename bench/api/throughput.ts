import { percentile } from "../statistics.js";
import { table } from "../table.js";
import { type GradedRequest, startAppProcess } from "./app-process.js";

const CLIENTS = [1, 16, 64];
const WARM_UP_MS = 2000;

/** Requests a second with a mock executor: with the local tables, and of the API alone. */
export async function benchThroughput(
  seconds: number,
  tell: (text: string) => void,
): Promise<string> {
  const rows = [["mock executor", "clients", "requests/s", "p50", "p95", "p99", "errors"]];
  for (const isAlone of [false, true]) {
    const name = isAlone ? "stores that answer at once" : "tables in the same process";
    const app = await startAppProcess({ isAlone, isTimed: false });
    await load(app.grade, 16, WARM_UP_MS);
    for (const clients of CLIENTS) {
      tell(`${name}, ${clients} clients`);
      const startedAt = performance.now();
      const graded = await load(app.grade, clients, seconds * 1000);
      const rate = graded.length / ((performance.now() - startedAt) / 1000);
      const latencies = graded.map(({ latencyMs }) => latencyMs);
      const times = [0.5, 0.95, 0.99].map((share) => ms(percentile(latencies, share)));
      rows.push([name, String(clients), rate.toFixed(0), ...times, faults(graded)]);
    }
    await app.end();
  }
  return table(rows);
}

/** Clients that each send again as soon as they have their answer. */
async function load(
  grade: () => Promise<GradedRequest>,
  clients: number,
  durationMs: number,
): Promise<GradedRequest[]> {
  const graded: GradedRequest[] = [];
  const end = performance.now() + durationMs;
  const client = async () => {
    while (performance.now() < end) graded.push(await grade());
  };
  await Promise.all(Array.from({ length: clients }, client));
  return graded;
}

function faults(graded: readonly GradedRequest[]): string {
  const found = graded.map(({ fault }) => fault).filter((fault) => fault !== undefined);
  const kinds = [...new Set(found)].join(", ");
  return found.length === 0 ? "0" : `${found.length} (${kinds})`;
}

const ms = (time: number) => `${time.toFixed(1)} ms`;
