import { spawn } from "node:child_process";
import { cpus } from "node:os";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { javascriptRows, type Row } from "./executor/javascript-rows.js";
import { withUnpackedExecutor, withUnpackedJavaScriptExecutor } from "./unpacked-executor.js";

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
const JAVASCRIPT_SCRIPT = fileURLToPath(new URL("javascript_times.py", import.meta.url));
const BATCH = 20;

/** Runs the measurements and lays their figures out beside their targets. */
export async function benchExecutor(python: string, rounds: string): Promise<string> {
  const measure = async (script: string, folder: string) => {
    const child = spawn(python, [script, "--rounds", rounds, folder], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    const output = await text(child.stdout);
    if (output === "") throw new Error("The measurement failed; see above.");
    return JSON.parse(output);
  };
  const figures: Figures = await withUnpackedExecutor(python, (folder) => measure(SCRIPT, folder));
  // Nobody can close its process in elsewhere.
  if (process.platform !== "linux") return table(figures, []);
  const javascript = await withUnpackedJavaScriptExecutor(python, (folder) =>
    measure(JAVASCRIPT_SCRIPT, folder),
  );
  return table(figures, javascriptRows(javascript, BATCH));
}

function table(figures: Figures, ofJavaScript: readonly Row[]): string {
  const { warm, batch, cold, plain, fork, ownFork, interpreter, memoryKb } = figures;
  const ratio = (part: number, whole: number) => (part / whole).toFixed(2);
  const rows: Row[] = [
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
    ...ofJavaScript,
  ];
  const lines = rows.map(
    ([what, figure, target]) => `${what.padEnd(52)}${figure.padStart(12)}  ${target}`,
  );
  const machine = `${cpus().length} × ${cpus()[0]?.model ?? "unknown"}, Python ${figures.python}, Node ${process.version}`;
  return [machine, "", ...lines].join("\n");
}

function faults({ forkFaults, caseFaults }: Figures): Row[] {
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
