import { Command } from "commander";
import { problem } from "./commands/problem.js";
import { regrade } from "./commands/regrade.js";
import type { Surroundings } from "./surroundings.js";

const AFTER = `
Examples:
  $ grader problem new two-sum
  $ grader problem check two-sum
  $ grader problem push two-sum --endpoint http://127.0.0.1:8787
  $ grader problem list --stack production --json
  $ grader regrade two-sum --stack production

Exit status:
  0 done   1 the answer is no   2 misuse   3 the service, AWS or Pulumi failed   130 Ctrl-C`;

/** The whole tool: every command, with its help. */
export function createProgram(surroundings: Surroundings): Command {
  const program = new Command("grader")
    .description("For those who write problems, and for those who run the service.")
    .addHelpText("after", AFTER);
  program.addCommand(problem(surroundings));
  program.addCommand(regrade(surroundings));
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
