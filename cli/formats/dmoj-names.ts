import type { SourceFiles } from "./source-files.js";

/** The numbers that a file's name ends with: of its batch, if it is in one, and of the case. */
const NUMBERS = /(?:(?:^|\W)(\d+)[^\d\s]+)?(\d+)[^\d\s]*$/;

interface NamedBatch {
  isBatch: boolean;
  readonly cases: Map<number, Record<"in" | "out", string | undefined>>;
}

/**
 * The cases of an archive whose files are named in DMOJ's usual way, as `init.yml` would list them: `1.in` with
 * `1.out` is a case, `2.1.in` and `2.2.in` are a batch.
 */
export function casesByName(files: SourceFiles): unknown[] {
  const batches = new Map<number, NamedBatch>();
  for (const name of files.keys()) {
    const kind = /\.(in|out)|^(in|out)/i.exec(name)?.slice(1).find(Boolean)?.toLowerCase();
    const [, batchNumber, caseNumber] = NUMBERS.exec(name) ?? [];
    if (kind === undefined || caseNumber === undefined) continue;
    const id = Number(batchNumber ?? caseNumber);
    const batch = batches.get(id) ?? { isBatch: false, cases: new Map() };
    batch.isBatch ||= batchNumber !== undefined;
    batches.set(id, batch);
    const pair = batch.cases.get(Number(caseNumber)) ?? { in: undefined, out: undefined };
    batch.cases.set(Number(caseNumber), { ...pair, [kind]: name });
  }
  const inOrder = <Value>(map: ReadonlyMap<number, Value>) =>
    [...map].sort(([one], [other]) => one - other).map(([, value]) => value);
  return inOrder(batches).flatMap(({ isBatch, cases }): unknown[] =>
    isBatch ? [{ batched: inOrder(cases) }] : inOrder(cases),
  );
}
