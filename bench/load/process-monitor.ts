import { median } from "../statistics.js";
import { isAlive, type ProcessEntry, processFamily } from "./process-family.js";

const SAMPLE_MS = 500;

export interface MemorySample {
  /** Of `performance.now()`. */
  readonly at: number;
  /** The server's own process. */
  readonly serverKb: number;
  /** With all its descendants; a page that two of them share counts twice. */
  readonly familyKb: number;
  readonly processes: number;
}

/** Looks twice a second at what a process and its descendants take. */
export class ProcessMonitor {
  readonly #samples: MemorySample[] = [];
  readonly #seen = new Map<string, ProcessEntry>();
  readonly #timer: NodeJS.Timeout;

  constructor(readonly pid: number) {
    this.#sample();
    this.#timer = setInterval(() => this.#sample(), SAMPLE_MS);
  }

  stop(): void {
    clearInterval(this.#timer);
  }

  between(from: number, to: number): MemorySample[] {
    return this.#samples.filter(({ at }) => at >= from && at <= to);
  }

  /** Descendants that were ever seen and still run. */
  leftovers(): ProcessEntry[] {
    return [...this.#seen.values()].filter(isAlive);
  }

  #sample(): void {
    const family = processFamily(this.pid);
    for (const entry of family) this.#seen.set(`${entry.pid} ${entry.startedAt}`, entry);
    const [server] = family;
    if (server === undefined) return;
    this.#samples.push({
      at: performance.now(),
      serverKb: server.residentKb,
      familyKb: family.reduce((sum, { residentKb }) => sum + residentKb, 0),
      processes: family.length,
    });
  }
}

type Measure = "serverKb" | "familyKb" | "processes";

export function medianOf(samples: readonly MemorySample[], measure: Measure): number {
  return median(samples.map((sample) => sample[measure]));
}

export function peakOf(samples: readonly MemorySample[], measure: Measure): number {
  return Math.max(...samples.map((sample) => sample[measure]));
}

/** Medians of so many equal spans of time. */
export function courseOf(
  samples: readonly MemorySample[],
  measure: Measure,
  spans: number,
): number[] {
  const size = samples.length / spans;
  return Array.from({ length: spans }, (_, index) =>
    medianOf(samples.slice(Math.floor(index * size), Math.floor((index + 1) * size)), measure),
  );
}
