import { spawn } from "node:child_process";
import { cpus } from "node:os";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";

/** Medians in milliseconds, as `executor.py` prints them. */
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
}

const SCRIPT = fileURLToPath(new URL("executor.py", import.meta.url));
const BATCH = 20;

/** Runs the measurement and lays its figures out beside their targets. */
export async function benchExecutor(python: string, rounds: string): Promise<string> {
  const child = spawn(python, [SCRIPT, "--rounds", rounds], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const output = await text(child.stdout);
  if (output === "") throw new Error("The measurement failed; see above.");
  return table(JSON.parse(output) as Figures);
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
      `${ratio(warm, ownFork)} × the handler's fork (target ≤ 2.5)`,
    ],
    ["", "", `${ratio(warm, fork)} × an empty interpreter's fork`],
    ["", "", `1/${(plain / warm).toFixed(1)} of plain (target ≤ 1/12)`],
    ["cold start to first answer", ms(cold), `${ratio(cold, plain)} × plain (target ≤ 2)`],
    [
      `batch of ${BATCH} cases`,
      ms(batch),
      `1/${((plain * BATCH) / batch).toFixed(1)} of ${BATCH} plain (target ≤ 1/10)`,
    ],
    [
      "resident memory, handler + zygote",
      memoryKb === undefined ? "unknown" : `${(memoryKb / 1024).toFixed(1)} MiB`,
      "(target ≤ 60 MiB)",
    ],
  ];
  const lines = rows.map(
    ([what, figure, target]) => `${what.padEnd(52)}${figure.padStart(12)}  ${target}`,
  );
  const machine = `${cpus().length} × ${cpus()[0]?.model ?? "unknown"}, Python ${figures.python}`;
  return [machine, "", ...lines].join("\n");
}

const ms = (time: number) => `${time.toFixed(2)} ms`;
