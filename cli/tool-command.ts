import { shellWord } from "./authoring/shell-word.js";

type Env = Readonly<Record<string, string | undefined>>;

/** Whether the tool was called as the script of a checkout. */
export const isNpmScript = (env: Env): boolean => env.npm_lifecycle_event === "grader";

/** A command of this tool, to be pasted into the shell that it was called from. */
export function toolCommand(env: Env, ...args: readonly string[]): string {
  const isNpx = env.npm_lifecycle_event === "npx";
  const tool = isNpmScript(env) ? "npm run grader --" : isNpx ? "npx grader" : "grader";
  return [tool, ...args.map(shellWord)].join(" ");
}
