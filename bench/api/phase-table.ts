import { median } from "../statistics.js";
import { table } from "../table.js";
import { startAppProcess } from "./app-process.js";
import { PHASES } from "./phases.js";

const WARM_UP = 100;

/** Where a request's time goes: medians of each phase, one request at a time. */
export async function benchPhases(
  python: string,
  requests: number,
  tell: (text: string) => void,
): Promise<string> {
  const mock = await timeColumn("mock executor", undefined, requests, tell);
  const real = await timeColumn("Python executor", python, requests, tell);
  const names = [
    ...PHASES.map(([name, what]) => `${name.padEnd(8)}  ${what}`),
    "the app, from request to response",
    "the client, over HTTP",
  ];
  return table([
    [`medians of ${requests} requests`, "mock executor", "Python executor"],
    ...names.map((name, row) => [name, mock[row] ?? "", real[row] ?? ""]),
  ]);
}

async function timeColumn(
  name: string,
  python: string | undefined,
  requests: number,
  tell: (text: string) => void,
): Promise<string[]> {
  const app = await startAppProcess({ python, isAlone: false, isTimed: true });
  const latencies: number[] = [];
  for (let count = 0; count < WARM_UP + requests; count += 1) {
    const { latencyMs, fault } = await app.grade();
    if (fault !== undefined) throw new Error(`A request was answered ${fault}.`);
    latencies.push(latencyMs);
    tell(`phases with the ${name}, request ${count} of ${WARM_UP + requests}`);
  }
  const timed = (await app.end()).slice(WARM_UP);
  const phases = PHASES.map((_, phase) => median(timed.map((times) => times[phase] ?? 0)));
  const whole = median(timed.map((times) => times.reduce((sum, time) => sum + time, 0)));
  return [...phases, whole, median(latencies.slice(WARM_UP))].map(
    (time) => `${time.toFixed(2)} ms`,
  );
}
