/**
 * npm keeps options for itself that stand before `--`, and passes them on as variables at most.
 *
 * @param names as in `npm run dev -- --name`
 * @returns what to do about it, or undefined where none was kept
 */
export function misplacedOptions(
  environment: Readonly<Record<string, string | undefined>>,
  names: readonly string[],
): string | undefined {
  const kept = names.filter((name) => `npm_config_${name.replaceAll("-", "_")}` in environment);
  if (kept.length === 0) return undefined;
  const options = kept.map((name) => `--${name}`).join(" and ");
  return `npm kept ${options} for itself. Put options behind --, as in: npm run dev -- ${kept
    .map((name) => `--${name}${EXAMPLES[name] ?? ""}`)
    .join(" ")}`;
}

const EXAMPLES: Readonly<Record<string, string>> = { port: " 9000", data: " .data" };
