import { describeMachine } from "./machine.js";
import { Progress } from "./progress.js";
import { type KilledRegradeOptions, killedRegrade } from "./regrade/killed-regrade.js";

/** Regrades submissions with the tool, which is killed on the way, and says what came of it. */
export async function benchRegrade(
  options: Omit<KilledRegradeOptions, "say">,
): Promise<{ readonly report: string; readonly isSound: boolean }> {
  const progress = new Progress();
  const { submissions, students, kills, concurrency } = options;
  const run = await killedRegrade({ ...options, say: (text) => progress.say(text) });
  progress.end();
  const report = `${describeMachine()}

${submissions} submissions of ${students} students, ${concurrency} at once; the tool was killed ${kills} times.
Verdicts told by each run: ${run.told.join(", ")}.
${run.seconds.toFixed(0)} s, ${(submissions / run.seconds).toFixed(1)} submissions/s with all starts. The last run ended with ${run.status}.
${run.faults.length === 0 ? "Every item is as it must be: none lost, none changed beyond its verdict." : `${run.faults.length} faults:\n${run.faults.slice(0, 20).join("\n")}`}`;
  return { report, isSound: run.faults.length === 0 && run.status === 0 };
}
