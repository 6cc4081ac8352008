import { isObject } from "../../api/domain/json.js";
import { ImportRefused } from "./import-refused.js";

const DEFAULT_PRECISION = 6;

/** How answers are compared, as our judges do it. Source: https://docs.dmoj.ca/#/problem_format/checkers */
export function readDmojChecker(
  checker: unknown,
  notes: string[],
): Readonly<Record<string, unknown>> {
  const settings = isObject(checker) ? checker : { name: checker ?? "standard" };
  const name = String(settings.name);
  const args = isObject(settings.args) ? settings.args : {};
  const tolerance = 10 ** -Number(args.precision ?? DEFAULT_PRECISION);
  if (!Number.isFinite(tolerance)) {
    throw new ImportRefused("init.yml: checker", "its precision is no number.");
  }
  const mode = String(args.error_mode ?? "default");
  switch (name) {
    case "standard":
      return { judgeType: "tokens" };
    case "identical":
      return { judgeType: "equal" };
    case "rstripped":
      notes.push("Spaces between words may be other ones: the checker rstripped compared them.");
      return { judgeType: "tokens" };
    case "floats":
    case "floatsabs":
    case "floatsrel": {
      const isAbsolute = name !== "floatsrel" && mode !== "relative";
      const isRelative = name !== "floatsabs" && mode !== "absolute";
      return {
        judgeType: "tokens",
        ...(isAbsolute && { epsilon: tolerance }),
        ...(isRelative && { relativeEpsilon: tolerance }),
      };
    }
    default:
      throw new ImportRefused(
        "init.yml: checker",
        `${name} cannot be carried over: write checker.py by hand.`,
      );
  }
}
