/**
 * What this process has, but for how the suite was started: the tool says in its sentences how npm started it.
 */
export function toolEnvironment(): NodeJS.ProcessEnv {
  const { npm_lifecycle_event: _, ...others } = process.env;
  return others;
}
