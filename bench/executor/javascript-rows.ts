/** What was measured, its figure, and what it is beside its target. */
export type Row = [what: string, figure: string, target: string];

/** Medians in milliseconds, as `javascript_times.py` prints them. */
interface JavaScriptFigures {
  /** Of a Node that does nothing. */
  readonly bare: number;
  /** Of a script and a fresh Node for one case. */
  readonly spawned: number;
  readonly cold: number;
  /** Of invocations that find a warm process: of one case, and of a batch. */
  readonly single: number;
  readonly batch: number;
  /** Of one case, at once after another invocation. */
  readonly unready: number;
  /** Of cases of one invocation. */
  readonly first: number;
  readonly further: number;
  /** Of a program that computes, by its own clock: in a Node without walls, and in a case. */
  readonly computing: number;
  readonly inCase: number;
}

/** The rows for JavaScript, each beside a Node that is spawned for every case in the same run. */
export function javascriptRows(figures: JavaScriptFigures, batchSize: number): Row[] {
  const { bare, spawned, cold, single, batch, unready, first, further } = figures;
  const { computing, inCase } = figures;
  const ofSpawned = (time: number) => `${(time / spawned).toFixed(2)} × a spawned Node`;
  return [
    ["", "", ""],
    ["bare node --eval 0", ms(bare), ""],
    ["plain design: temporary files, a spawned Node", ms(spawned), ""],
    ["JavaScript: cold start to first answer", ms(cold), ofSpawned(cold)],
    ["  one case, in the handler", ms(single), ofSpawned(single)],
    ["  the same at once after another invocation", ms(unready), ofSpawned(unready)],
    ["  first case of an invocation", ms(first), ofSpawned(first)],
    [
      "  a further case",
      ms(further),
      `1/${(spawned / further).toFixed(1)} of spawned (target ≤ 2.5 ms or ≤ 1/20)`,
    ],
    [`  batch of ${batchSize} cases`, ms(batch), `${ofSpawned(batch)} (target ≤ 1.5)`],
    ["  a program that computes", ms(inCase), `${(inCase / computing).toFixed(2)} × Node alone`],
  ];
}

const ms = (time: number) => `${time.toFixed(2)} ms`;
