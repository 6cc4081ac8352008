import { spawn } from "node:child_process";
import { cpus } from "node:os";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { withUnpackedExecutor } from "./unpacked-executor.js";

/** Medians in milliseconds, as `executor_times.py` prints them. */
interface Figures {
  readonly python: string;
  readonly warm: number;
  readonly batch: number;
  readonly cold: number;
  readonly plain: number;
  /** Of an interpreter that loaded nothing. */
  readonly fork: number;
  /** Of the handler's process. */
  readonly ownFork: number;
  readonly interpreter: number;
  /** Of handler and zygote; Linux only. */
  readonly memoryKb?: number;
  /** Pages, of a fork of the handler that exits at once; Linux only, like the next. */
  readonly forkFaults?: { readonly child: number; readonly parent: number };
  readonly caseFaults?: {
    readonly child: number;
    readonly childWhileSomebodyWaits: number;
    readonly zygote: number;
  };
}

const SCRIPT = fileURLToPath(new URL("executor_times.py", import.meta.url));
const BATCH = 20;

/** Runs the measurement and lays its figures out beside their targets. */
export async function benchExecutor(python: string, rounds: string): Promise<string> {
  return withUnpackedExecutor(python, async (folder) => {
    const child = spawn(python, [SCRIPT, "--rounds", rounds, folder], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    const output = await text(child.stdout);
    if (output === "") throw new Error("The measurement failed; see above.");
    return table(JSON.parse(output) as Figures);
  });
}

function table(figures: Figures): string {
  const { warm, batch, cold, plain, fork, ownFork, interpreter, memoryKb } = figures;
  const ratio = (part: number, whole: number) => (part / whole).toFixed(2);
  const rows: [string, string, string][] = [
    ["bare fork + exit + wait, of an empty interpreter", ms(fork), ""],
    ["bare fork + exit + wait, of the handler", ms(ownFork), ""],
    ["bare python3 -I -c pass", ms(interpreter), ""],
    ["plain design: temporary files, a fresh interpreter", ms(plain), ""],
    [
      "warm case, in the handler",
      ms(warm),
      `${ratio(warm, ownFork)} × the handler's fork (target ≤ 2.2)`,
    ],
    ["", "", `${ratio(warm, fork)} × an empty interpreter's fork`],
    ["", "", `1/${(plain / warm).toFixed(1)} of plain (target ≤ 1/12)`],
    ["cold start to first answer", ms(cold), `${ratio(cold, plain)} × plain (target ≤ 2)`],
    [
      `batch of ${BATCH} cases`,
      ms(batch),
      `1/${((plain * BATCH) / batch).toFixed(1)} of ${BATCH} plain (target ≤ 1/14)`,
    ],
    [
      "resident memory, handler + zygote",
      memoryKb === undefined ? "unknown" : `${(memoryKb / 1024).toFixed(1)} MiB`,
      "(target ≤ 60 MiB)",
    ],
    ...faults(figures),
  ];
  const lines = rows.map(
    ([what, figure, target]) => `${what.padEnd(52)}${figure.padStart(12)}  ${target}`,
  );
  const machine = `${cpus().length} × ${cpus()[0]?.model ?? "unknown"}, Python ${figures.python}`;
  return [machine, "", ...lines].join("\n");
}

function faults({ forkFaults, caseFaults }: Figures): [string, string, string][] {
  if (forkFaults === undefined || caseFaults === undefined) return [];
  const { child, childWhileSomebodyWaits, zygote } = caseFaults;
  return [
    ["minor faults of a fork of the handler: child", count(forkFaults.child), ""],
    ["  parent", count(forkFaults.parent), ""],
    ["minor faults of a warm case: child", count(child), "(target ≤ 250)"],
    ["  of these, once the case was sent", count(childWhileSomebodyWaits), ""],
    ["  zygote", count(zygote), "(target ≤ 40)"],
  ];
}

const count = (faults: number) => faults.toFixed(0);
const ms = (time: number) => `${time.toFixed(2)} ms`;
