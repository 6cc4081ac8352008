import { Command } from "commander";
import type { Surroundings } from "../surroundings.js";
import { problemList } from "./problem-list.js";

/** What is done with problems: a command a verb. */
export function problem(surroundings: Surroundings): Command {
  return new Command("problem")
    .description("write, check and publish problems")
    .addCommand(problemList(surroundings));
}
