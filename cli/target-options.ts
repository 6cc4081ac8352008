import type { Command } from "commander";

/** Which service a command works with. */
export interface TargetOptions {
  readonly stack?: string;
  readonly endpoint?: string;
}

export interface JsonOption {
  readonly json?: true;
}

export interface YesOption {
  readonly yes?: true;
}

/** Adds `--stack` and `--endpoint`. */
export function withTarget(command: Command): Command {
  return command
    .option("--stack <name>", "a deployed service, by its Pulumi stack")
    .option("--endpoint <url>", "a dev server, such as http://127.0.0.1:8787");
}

export function withJson(command: Command): Command {
  return command.option("--json", "write the result as JSON, for programs");
}

export function withYes(command: Command): Command {
  return command.option("-y, --yes", "do what the plan says without asking");
}

/** What a command is told that changes a service, or the folder that it writes, after a plan was shown. */
export type ChangeOptions = TargetOptions & JsonOption & YesOption;

/** Adds what all of those have. */
export function withChange(command: Command): Command {
  return withJson(withYes(withTarget(command)));
}
