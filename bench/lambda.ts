import { spawn } from "node:child_process";
import { writeFileSync } from "node:fs";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { startAppProcess } from "./api/app-process.js";
import { timeImports } from "./api/import-time.js";
import { makeProcessorShare, type ProcessorShare } from "./lambda/processor-share.js";
import { describeMachine } from "./machine.js";
import { median } from "./statistics.js";
import { table } from "./table.js";
import { withUnpackedExecutor } from "./unpacked-executor.js";

/** What Lambda gives for 512 MB, for 1024 MB and from 1769 MB on. */
const SHARES = [
  { share: 0.29, memoryMb: 512 },
  { share: 0.58, memoryMb: 1024 },
  { share: 1, memoryMb: 1769 },
];
const BATCH = 20;
const REQUESTS = 40;
const SCRIPT = fileURLToPath(new URL("lambda/executor_share.py", import.meta.url));

export interface LambdaOptions {
  readonly python: string;
  readonly rounds: number;
}

/** Executor and API with the shares of a processor that Lambda gives, beside the plain design. */
export async function benchLambda({ python, rounds }: LambdaOptions): Promise<string> {
  const machine = describeMachine();
  const columns: Column[] = [];
  for (const { share, memoryMb } of SHARES) {
    const group = makeProcessorShare(share);
    try {
      const ofExecutor = await withUnpackedExecutor(python, (folder) =>
        measureExecutor(python, [folder, group.membersFile, String(rounds), String(memoryMb)]),
      );
      columns.push({ share, ...ofExecutor, ...(await measureApi(group, rounds)) });
    } finally {
      await group.remove();
    }
  }
  return [machine, METHOD, table(rowsOf(columns))].join("\n\n");
}

const METHOD = `A control group holds each program to a share of one processor, a start included; Lambda starts on a
whole one. Medians. The plain design is a fresh interpreter a case, whose limit is one of wall time. What a limit
of 1 s lets through is the processor time, in steps of 50 ms, that a busy program may need and still be accepted.`;

interface ExecutorFigures {
  readonly cold: number;
  readonly warm: number;
  readonly batch: number;
  readonly plain: number;
  readonly letsThrough: number;
  readonly plainLetsThrough: number;
}

interface Column extends ExecutorFigures {
  readonly share: number;
  readonly importMs: number;
  readonly requestMs: number;
}

async function measureExecutor(python: string, told: string[]): Promise<ExecutorFigures> {
  const child = spawn(python, ["-B", SCRIPT, ...told], { stdio: ["ignore", "pipe", "inherit"] });
  const output = await text(child.stdout);
  if (output === "") throw new Error("The measurement failed; see above.");
  return JSON.parse(output) as ExecutorFigures;
}

async function measureApi(
  group: ProcessorShare,
  rounds: number,
): Promise<{ importMs: number; requestMs: number }> {
  const importMs = median(await timeImports(rounds, group.membersFile));
  const app = await startAppProcess({ isAlone: true, isTimed: false });
  writeFileSync(group.membersFile, String(app.pid));
  const latencies: number[] = [];
  for (let request = 0; request < REQUESTS; request += 1) {
    const { latencyMs, fault } = await app.grade();
    if (fault !== undefined) throw new Error(`A request was answered ${fault}.`);
    latencies.push(latencyMs);
  }
  await app.end();
  return { importMs, requestMs: median(latencies) };
}

function rowsOf(columns: readonly Column[]): string[][] {
  const row = (name: string, figure: (column: Column) => string) => [name, ...columns.map(figure)];
  return [
    row("share of a processor", ({ share }) => String(share)),
    row("executor: import to first verdict", ({ cold }) => ms(cold)),
    row("  in plain cases", ({ cold, plain }) => (cold / plain).toFixed(2)),
    row("executor: warm case", ({ warm }) => ms(warm)),
    row("plain design: one case", ({ plain }) => ms(plain)),
    row(`executor: submission of ${BATCH}`, ({ batch }) => ms(batch)),
    row(`plain design: submission of ${BATCH}`, ({ plain }) => ms(plain * BATCH)),
    row("executor: a limit of 1 s lets through", ({ letsThrough }) => ms(letsThrough)),
    row("plain design: a limit of 1 s lets through", (column) => ms(column.plainLetsThrough)),
    row("API: import of the function", ({ importMs }) => ms(importMs)),
    row("API: a request of 16 cases, stores that answer at once", (column) => ms(column.requestMs)),
  ];
}

const ms = (time: number) => `${time.toFixed(time < 10 ? 1 : 0)} ms`;
