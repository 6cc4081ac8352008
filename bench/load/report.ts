import { percentile } from "../statistics.js";
import { table } from "../table.js";
import type { Level } from "./level.js";
import { courseOf, medianOf, peakOf } from "./process-monitor.js";
import type { StoredFaults } from "./stored-faults.js";

const COURSE_SPANS = 10;

/** How the server ended and what was left. */
export interface End {
  readonly how: string;
  readonly leftovers: readonly string[];
  readonly logged: ReadonlyMap<string, number>;
}

export function latencyTable(levels: readonly Level[]): string {
  const header = [
    "clients",
    "done/s",
    "p50",
    "p95",
    "p99",
    "shed/s",
    "shed p95",
    "errors",
    "wrong",
  ];
  const rows = levels.map(({ clients, seconds, ledger }) => [
    String(clients),
    (ledger.doneMs.length / seconds).toFixed(1),
    ms(percentile(ledger.doneMs, 0.5)),
    ms(percentile(ledger.doneMs, 0.95)),
    ms(percentile(ledger.doneMs, 0.99)),
    (ledger.shedMs.length / seconds).toFixed(1),
    ledger.shedMs.length === 0 ? "" : ms(percentile(ledger.shedMs, 0.95)),
    String([...ledger.errors.values()].reduce((sum, count) => sum + count, 0)),
    String(ledger.faults.length),
  ]);
  return table([header, ...rows]);
}

export function memoryTable(levels: readonly Level[]): string {
  const header = ["clients", "before", "peak", "after", "over time", "processes", "bench CPU"];
  const rows = levels.flatMap((level) => {
    if (level.during.length === 0) return [[String(level.clients), "unknown (no /proc)"]];
    const { clients, before, during, after, benchCpuShare } = level;
    const processes = [medianOf(before, "processes"), peakOf(during, "processes")];
    const counts = [...processes, medianOf(after, "processes")].join(" → ");
    const row = (name: string, measure: "serverKb" | "familyKb", last: string[]) => [
      name,
      mib(medianOf(before, measure)),
      mib(peakOf(during, measure)),
      mib(medianOf(after, measure)),
      courseOf(during, measure, COURSE_SPANS).map(mib).join(" "),
      ...last,
    ];
    return [
      row(`${clients}: the server`, "serverKb", ["", ""]),
      row("  and all it started", "familyKb", [counts, `${(100 * benchCpuShare).toFixed(0)} %`]),
    ];
  });
  return table([header, ...rows]);
}

/** Whether memory is flat over a long level: its first third beside its last. */
export function thirds({ during }: Level): string {
  const third = (measure: "serverKb" | "familyKb") => {
    const [first = 0, , last = 0] = courseOf(during, measure, 3);
    return `${mib(first)} → ${mib(last)} MiB (${(last / first).toFixed(2)} ×)`;
  };
  return `Memory, median of the first third → of the last: the server ${third("serverKb")}, with all it started ${third("familyKb")}`;
}

export function outcome(levels: readonly Level[], stored: StoredFaults, end: End): string {
  const ledgers = levels.map(({ ledger }) => ledger);
  const unanswered = ledgers.reduce((sum, ledger) => sum + ledger.unanswered, 0);
  const faults = ledgers.flatMap((ledger) => ledger.faults);
  const counts = [...mergeCounts(ledgers.map(({ errors }) => errors))];
  const list = (entries: readonly (readonly [string, number])[]) =>
    entries.length === 0 ? "none" : entries.map(([name, count]) => `${count} × ${name}`).join(", ");
  const lines = [
    `Errors: ${list(counts)}`,
    `Wrong verdicts: ${faults.length}${faults
      .slice(0, 5)
      .map((fault) => `\n  ${fault}`)
      .join("")}`,
    `Stored: ${stored.stored}; lost: ${stored.lost.length}; not as told: ${stored.different.length}; ` +
      `doubled, or told to nobody: ${stored.untold.length} (requests without an answer: ${unanswered})`,
    `Logged beside requests: ${list([...end.logged])}`,
    `The server ended with ${end.how}; processes left over: ${end.leftovers.join(", ") || "none"}`,
  ];
  return lines.join("\n");
}

/** Whether everything that was told is right, stored once and tidied up. */
export function isSound(levels: readonly Level[], stored: StoredFaults, end: End): boolean {
  const unanswered = levels.reduce((sum, { ledger }) => sum + ledger.unanswered, 0);
  return (
    levels.every(({ ledger }) => ledger.faults.length === 0) &&
    stored.lost.length + stored.different.length === 0 &&
    stored.untold.length <= unanswered &&
    end.leftovers.length === 0 &&
    end.how === "exit 0"
  );
}

function mergeCounts(maps: readonly ReadonlyMap<string, number>[]): Map<string, number> {
  const sum = new Map<string, number>();
  for (const [name, count] of maps.flatMap((map) => [...map])) {
    sum.set(name, (sum.get(name) ?? 0) + count);
  }
  return sum;
}

const ms = (time: number) => `${time.toFixed(0)} ms`;

const mib = (kilobytes: number) => (kilobytes / 1024).toFixed(0);
