import { CommandEnd } from "../command-end.js";

/**
 * What a person is shown before files are written into a folder.
 *
 * @param added names of files that are not there yet, with what there is to say of them
 * @param changed names of those that stand in the place of another
 */
export function folderPlan(
  folder: string,
  added: readonly string[],
  changed: readonly string[],
): string[] {
  return [
    `To be written into ${folder}:`,
    ...added.map((name) => `  + ${name}`),
    ...changed.map((name) => `  ~ ${name}, in place of the one that is there`),
  ];
}

/** What is in a folder is its owner's. */
export function notEmpty(folder: string): CommandEnd {
  return new CommandEnd("no", `${folder} is not empty; nothing was written.`);
}
