import { relative } from "node:path";
import fc from "fast-check";
import { expect } from "vitest";

export interface Sweep<Value> {
  readonly values: fc.Arbitrary<Value>;
  readonly count: number;
  readonly batchSize: number;
  readonly seed: number;
  /** What is wrong with each value of a batch, null where nothing is. */
  readonly complaints: (batch: readonly Value[]) => Promise<readonly (string | null)[]>;
}

/**
 * Holds a property to many generated values, a batch at a time. Throws with the smallest value that
 * the first wrong one shrinks to, and with the command that finds it again.
 */
export async function holdsForAll<Value>(sweep: Sweep<Value>): Promise<void> {
  const { values, count, batchSize, complaints } = sweep;
  for (let done = 0; done < count; done += batchSize) {
    // Far apart, so that runs of neighbouring seeds have no batch in common.
    const seed = (sweep.seed + 1_000_003 * (done / batchSize)) | 0;
    const numRuns = Math.min(batchSize, count - done);
    const found = await complaints(fc.sample(values, { seed, numRuns }));
    const at = found.findIndex((complaint) => complaint !== null);
    if (at === -1) continue;
    const smallest = await shrunk(sweep, seed, at);
    throw new Error(
      `${smallest ?? `${found[at]} (only among the others of its batch)`}\n\nAgain: ${command(seed, numRuns)}`,
    );
  }
}

/** The value at this place of the batch of this seed, shrunk as far as it still fails by itself. */
async function shrunk<Value>(
  { values, complaints }: Sweep<Value>,
  seed: number,
  at: number,
): Promise<string | undefined> {
  const property = fc.asyncProperty(values, async (value) => {
    const [complaint] = await complaints([value]);
    if (complaint) throw new Error(complaint);
  });
  const { failed, counterexample, errorInstance } = await fc.check(property, {
    seed,
    path: String(at),
    numRuns: at + 1,
  });
  if (!failed) return undefined;
  const complaint = errorInstance instanceof Error ? errorInstance.message : String(errorInstance);
  return `${complaint}: ${JSON.stringify(counterexample?.[0], null, 2)}`;
}

function command(seed: number, count: number): string {
  const file = relative(process.cwd(), expect.getState().testPath ?? "test/properties");
  return `ORACLE_SEED=${seed} ORACLE_PAIRS=${count} npm test -- ${file}`;
}
