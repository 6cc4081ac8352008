import { benchImport } from "./api/import-time.js";
import { benchPhases } from "./api/phase-table.js";
import { benchThroughput } from "./api/throughput.js";
import { describeMachine } from "./machine.js";
import { Progress } from "./progress.js";

export interface ApiOptions {
  readonly python: string;
  readonly rounds: number;
  readonly seconds: number;
  readonly requests: number;
}

/** The API function: how soon it is there, how much it takes, and where a request's time goes. */
export async function benchApi(options: ApiOptions): Promise<string> {
  const { python, rounds, seconds, requests } = options;
  const progress = new Progress();
  const tell = (text: string) => progress.say(text);
  const machine = describeMachine();
  const parts = [
    await benchImport(rounds, tell),
    `${THROUGHPUT_METHOD}\n\n${await benchThroughput(seconds, tell)}`,
    `${PHASES_METHOD}\n\n${await benchPhases(python, requests, tell)}`,
  ];
  progress.end();
  return [machine, ...parts].join("\n\n");
}

const THROUGHPUT_METHOD = `Requests/s: the app in a process of its own, 16 cases a submission, every answer checked. The clients
share its cores.`;

const PHASES_METHOD = `Where a request's time goes, one at a time, the tables in the app's process. A phase that is a port
(verify, read, execute, write) is timed around its calls; every other is what lies between two ports.
The median of the whole is not the sum of the phases' medians.`;
