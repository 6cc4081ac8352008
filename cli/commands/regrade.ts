import { Command } from "commander";
import { VisibleError } from "../../api/domain/errors.js";
import type { OutdatedSubmissions } from "../../api/usecases/find-outdated-submissions.js";
import { RegradeRefused } from "../../api/usecases/require-same-tests.js";
import { CommandEnd } from "../command-end.js";
import { confirmPlan } from "../confirm-plan.js";
import { count, countOf } from "../count.js";
import { toKey } from "../key-option.js";
import { Progress } from "../progress.js";
import { type RegradeOptions, withRegradeOptions } from "../regrade/regrade-options.js";
import { regradeJson, summaryOf } from "../regrade/regrade-report.js";
import { RegradeRun } from "../regrade/regrade-run.js";
import { RegradeTally } from "../regrade/regrade-tally.js";
import type { Surroundings } from "../surroundings.js";
import { openTarget } from "../target/open-target.js";
import { RUNS_NO_CODE, runsCode } from "../target/stack-outputs.js";
import { withChange } from "../target-options.js";

/** How many a dry run takes, which has to run their code: enough to see what the new tests do. */
const PREVIEWED = 100;

/** Submissions by old tests may still come in while the first are graded. */
const ROUNDS = 5;

export function regrade(surroundings: Surroundings): Command {
  const command = new Command("regrade").argument("<problem>", "the problemId", toKey);
  return withChange(withRegradeOptions(command))
    .description("grade a problem's submissions again that were graded by older tests")
    .addHelpText(
      "after",
      `
Without --yes the newest ${PREVIEWED} (or --limit) are run to show what would change, and nothing is stored
before somebody says yes on the terminal. It can be stopped and started again at any moment.

Examples:
  $ grader regrade two-sum --endpoint http://127.0.0.1:8787
  $ grader regrade two-sum --stack production --yes --rate 10
  $ grader regrade two-sum --stack production --status WRONG_ANSWER --since 2026-11-01 --json`,
    )
    .action(async (problemId: string, options: RegradeOptions) => {
      using target = await openTarget(options, surroundings);
      if (!runsCode(target.outputs)) {
        throw new CommandEnd("failed", `Nothing can be graded: ${RUNS_NO_CODE}.`);
      }
      using progress = new Progress(surroundings);
      const run = new RegradeRun(surroundings, progress, options, target);
      try {
        await carryOut(surroundings, progress, run, problemId, options);
      } catch (error) {
        progress.clear();
        const { storedCount } = run.tally;
        if (storedCount > 0) {
          surroundings.err(`${count(storedCount)} are stored. Start again to do the rest.\n`);
        }
        throw asEnding(error);
      }
    });
}

const lookedAt = (listedCount: number, problemId: string) =>
  `${countOf(listedCount, "submission")} of ${problemId} that ${listedCount === 1 ? "was" : "were"} looked at`;

async function carryOut(
  surroundings: Surroundings,
  progress: Progress,
  run: RegradeRun,
  problemId: string,
  options: RegradeOptions,
): Promise<void> {
  const found = await run.find(problemId);
  const { outdated, listedCount } = found;
  progress.clear();
  const say = (...lines: string[]) => surroundings.err(`${lines.join("\n")}\n`);
  const ofAll = `of the ${lookedAt(listedCount, problemId)}`;
  let isDryRun = options.yes !== true;
  if (outdated.length === 0) {
    say(`None ${ofAll} was graded by other tests than the present ones.`);
  } else if (options.yes) {
    await confirmPlan(
      surroundings,
      [`${count(outdated.length)} ${ofAll}: ${plan(outdated.length, options)}`],
      true,
    );
    await finish(run, found, outdated, options);
  } else {
    const some = outdated.slice(0, options.limit ?? PREVIEWED);
    say(`${count(outdated.length)} ${ofAll} were graded by other tests than the present ones.`);
    say(`Running the newest ${count(some.length)} to see what would change; nothing is stored…`);
    const graded = await run.preview(found, some);
    progress.clear();
    say(...summaryOf(run.tally, true));
    if (surroundings.ask === undefined || options.json) {
      say("Nothing was stored. Add --yes to have it done.");
    } else {
      const rest = outdated.slice(some.length);
      const storing = `Store ${countOf(graded.length, "verdict")}`;
      const others =
        rest.length > 0 ? `, then ${count(rest.length)} more: ${plan(rest.length, options)}` : ".";
      await confirmPlan(surroundings, [`${storing}${others}`], false);
      isDryRun = false;
      run.tally = new RegradeTally();
      await run.store(found, graded);
      await finish(run, found, rest, options);
    }
  }
  progress.clear();
  if (options.json) surroundings.out(regradeJson(found, run.tally, isDryRun));
  if (!isDryRun && outdated.length > 0) say(...summaryOf(run.tally, false));
  if (run.tally.kept.length > 0) throw new CommandEnd("no");
}

/** Grades these, and what has come in by old tests meanwhile. */
async function finish(
  run: RegradeRun,
  found: OutdatedSubmissions,
  outdated: OutdatedSubmissions["outdated"],
  { limit }: RegradeOptions,
): Promise<void> {
  const done = new Set<string>();
  let left = outdated;
  for (let round = 0; round < ROUNDS && left.length > 0; round += 1) {
    await run.regrade(found, left);
    if (limit !== undefined) return;
    for (const { submissionId } of run.tally.kept) done.add(submissionId);
    const again = await run.find(found.problem.problemId);
    left = again.outdated.filter(({ submissionId }) => !done.has(submissionId));
  }
}

function plan(outdatedCount: number, { rate, concurrency }: RegradeOptions): string {
  const minutes = Math.ceil(outdatedCount / rate / 60);
  return `grade them by the present tests and store the verdicts, ${concurrency} at once and at most ${rate} a second (${minutes} min or more).`;
}

function asEnding(error: unknown): unknown {
  const isNo =
    error instanceof RegradeRefused ||
    (error instanceof VisibleError && error.code === "ProblemNotFound");
  return isNo ? new CommandEnd("no", error.message, { cause: error }) : error;
}
