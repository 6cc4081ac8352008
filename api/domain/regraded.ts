import type { Status } from "./verdict.js";

/** What a submission had before it was last graded again, and when that was. */
export interface Regraded {
  /** Null where the table lacks it. */
  readonly previousStatus: Status | null;
  readonly previousScore: number | null;
  /** Of the tests it was graded by; null where they are not known, absent for whoever may not know it. */
  readonly previousTestSetHash?: string | null | undefined;
  /** Epoch seconds. */
  readonly regradeTime: number;
}
