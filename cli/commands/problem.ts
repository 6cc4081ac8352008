import { Command } from "commander";
import type { Surroundings } from "../surroundings.js";
import { problemCheck } from "./problem-check.js";
import { problemGenerate } from "./problem-generate.js";
import { problemImport } from "./problem-import.js";
import { problemList } from "./problem-list.js";
import { problemNew } from "./problem-new.js";
import { problemPull } from "./problem-pull.js";
import { problemPush } from "./problem-push.js";
import { problemRemove } from "./problem-remove.js";

const VERBS = [
  problemNew,
  problemImport,
  problemGenerate,
  problemCheck,
  problemPush,
  problemPull,
  problemList,
  problemRemove,
];

/** What is done with problems: a command a verb. */
export function problem(surroundings: Surroundings): Command {
  const group = new Command("problem").description("write, check and publish problems");
  for (const verb of VERBS) group.addCommand(verb(surroundings));
  return group;
}
