import { Command, InvalidArgumentError } from "commander";
import { CommandEnd } from "../command-end.js";
import { type DoctorOptions, planExamination } from "../doctor/plan-examination.js";
import { runStages, type StageReport } from "../doctor/run-stages.js";
import { writeReport, writeSummary } from "../doctor/write-report.js";
import { jsonResult } from "../json-result.js";
import { toKey } from "../key-option.js";
import { Progress } from "../progress.js";
import type { Surroundings } from "../surroundings.js";
import { type JsonOption, withJson, withTarget } from "../target-options.js";

export function doctor(surroundings: Surroundings): Command {
  return withJson(withTarget(new Command("doctor")))
    .option("--url <url>", "a deployed service, by what can be seen from outside: no credentials")
    .option("--token <token>", "an ID token of the service's pool; or the variable GRADER_TOKEN")
    .option("--problem <id>", "grade a submission of this problem, which is stored", toKey)
    .option("--origin <origin>", "a site whose pages should be able to call the API", toOrigin)
    .option("--before-up", "what a first deployment needs; so it is for a stack without outputs")
    .description("look at a service stage by stage: what holds, what does not, what mends it")
    .addHelpText(
      "after",
      `
It ends with 1 where something fails. It changes nothing, but for the submission that --problem has stored.

Examples:
  $ grader doctor --before-up
  $ grader doctor --stack production
  $ grader doctor --stack production --token "$TOKEN" --problem two-sum
  $ grader doctor --url https://grader.site.example --origin https://site.example
  $ grader doctor --endpoint http://127.0.0.1:8787 --json`,
    )
    .action(async (options: DoctorOptions & JsonOption) => {
      const { stages, known } = await planExamination(options, surroundings);
      using _clients = known.clients;
      const reports: StageReport[] = [];
      using progress = new Progress(surroundings);
      let under = "";
      using _shown = progress.showWhile(() => `looking at: ${under}`);
      const onStart = (stage: string) => {
        under = stage;
      };
      for await (const report of runStages(stages, known, onStart)) {
        progress.clear();
        reports.push(report);
        if (options.json) surroundings.err(writeReport(report));
        else surroundings.out(writeReport(report));
      }
      const isWell = reports.every(({ findings }) =>
        findings.every(({ kind }) => kind !== "fails"),
      );
      if (options.json) {
        surroundings.out(jsonResult({ isWell, stages: reports }));
      }
      surroundings.err(`${writeSummary(reports)}\n`);
      if (!isWell) throw new CommandEnd("no");
    });
}

function toOrigin(text: string): string {
  if (URL.canParse(text) && /^https?:$/.test(new URL(text).protocol)) return new URL(text).origin;
  throw new InvalidArgumentError("It must be a site, as in https://site.example.");
}
