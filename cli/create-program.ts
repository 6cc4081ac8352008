import { Command } from "commander";
import { doctor } from "./commands/doctor.js";
import { previewGate } from "./commands/preview-gate.js";
import { problem } from "./commands/problem.js";
import { regrade } from "./commands/regrade.js";
import { report } from "./commands/report.js";
import { user } from "./commands/user.js";
import type { Surroundings } from "./surroundings.js";

const AFTER = `
Examples:
  $ grader problem new two-sum
  $ grader problem check two-sum
  $ grader problem push two-sum --endpoint http://127.0.0.1:8787
  $ grader problem list --stack production --json
  $ grader regrade two-sum --stack production
  $ grader report two-sum --stack production > two-sum.csv
  $ grader doctor --stack production
  $ grader user export 3f0c7a2e-0b6f-4c1d-9a52-1f6f3f1b9c10 --stack production

Exit status:
  0 done   1 the answer is no   2 misuse   3 the service, AWS or Pulumi failed   130 Ctrl-C`;

/** The whole tool: every command, with its help. */
export function createProgram(surroundings: Surroundings): Command {
  const program = new Command("grader")
    .description("For those who write problems, and for those who run the service.")
    .addHelpText("after", AFTER);
  program.addCommand(doctor(surroundings));
  program.addCommand(previewGate(surroundings));
  program.addCommand(problem(surroundings));
  program.addCommand(regrade(surroundings));
  program.addCommand(report(surroundings));
  program.addCommand(user(surroundings));
  prepare(program, surroundings);
  return program;
}

/** Commander would end the process by itself, and write past the surroundings. */
function prepare(command: Command, { out, err }: Surroundings): void {
  command
    .exitOverride()
    .configureOutput({ writeOut: out, writeErr: err })
    .configureHelp({ showGlobalOptions: false })
    .showHelpAfterError(`(${path(command)} --help says more)`);
  for (const child of command.commands) prepare(child, { out, err } as Surroundings);
}

const path = (command: Command): string =>
  command.parent === null ? command.name() : `${path(command.parent)} ${command.name()}`;
