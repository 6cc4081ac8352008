/** How much the property tests do, and from where they start. */
export interface OracleRun {
  readonly seed: number;
  /** Pairs per judge type, when somebody asked for more than the usual. */
  readonly pairs: number | undefined;
  /** What a test of so many pairs may take, with a wide margin. */
  readonly timeoutMs: number;
}

const USUAL_SEED = 20_260_401;

/** `ORACLE_SEED` and `ORACLE_PAIRS`; the usual seed, so that every run is the same, without them. */
export function oracleRun(): OracleRun {
  const { ORACLE_SEED, ORACLE_PAIRS } = process.env;
  const pairs = ORACLE_PAIRS ? Number(ORACLE_PAIRS) : undefined;
  return {
    seed: ORACLE_SEED ? Number(ORACLE_SEED) : USUAL_SEED,
    pairs,
    timeoutMs: 120_000 + 20 * (pairs ?? 0),
  };
}
