import { Command } from "commander";
import type { Surroundings } from "../surroundings.js";
import { userErase } from "./user-erase.js";
import { userExport } from "./user-export.js";

/** What a person may ask of whoever keeps their data. */
export function user(surroundings: Surroundings): Command {
  return new Command("user")
    .description("hand out or erase what is stored of a person")
    .addCommand(userExport(surroundings))
    .addCommand(userErase(surroundings));
}
