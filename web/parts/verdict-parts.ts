import { loadJudging } from "../service/follow-run.js";

const LATER_MS = 2000;

/** Comes before the first verdict, or with it. */
export const loadReport = () => import("./run-report.js");

/** Has what shows verdicts come while nothing else is to be done: it shall be there if the server is not. */
export function prefetchVerdictParts(): void {
  const load = () => {
    // What fails now is loaded again, and told of, when it is needed.
    Promise.all([loadReport(), loadJudging()]).catch(() => {});
  };
  // Safari has no such thing.
  if ("requestIdleCallback" in window) requestIdleCallback(load);
  else setTimeout(load, LATER_MS);
}
