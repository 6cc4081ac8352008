import type { Calling } from "../../api/domain/entry.js";
import type { CodeLanguage } from "./code-language.js";

/** Names and annotations hold no brackets but those of types and defaults, one level deep at most. */
const PARAMETERS = String.raw`\s*\(((?:[^()]|\([^()]*\))*)\)`;

/** How a function or method of this name is written, with its parameters as the group. */
const PATTERNS: Readonly<Record<CodeLanguage, (name: string) => readonly string[]>> = {
  "python3.12": (name) => [`\\bdef\\s+${name}${PARAMETERS}`],
  javascript: (name) => [
    `\\bfunction\\s*\\*?\\s*${name}${PARAMETERS}`,
    `(?<![\\w$.])${name}\\s*=\\s*(?:async\\b\\s*)?(?:function\\b\\s*\\*?)?${PARAMETERS}`,
    `(?<![\\w$.])${name}${PARAMETERS}\\s*\\{`,
  ],
};

/** The name and the parameters of what is called, as the starter code has them. */
export interface Signature {
  readonly name: string;
  /** Without `self`. */
  readonly parameters: string;
}

export function findSignature(
  { entryFunction }: Calling,
  startCode: string,
  language: CodeLanguage,
): Signature | undefined {
  const [first = "", method] = (entryFunction ?? "").split(".");
  const names =
    entryFunction === null ? ["solution", "solve", "answer", "main"] : [method ?? first];
  for (const name of names) {
    for (const pattern of PATTERNS[language](escaped(name))) {
      const [, found] = new RegExp(pattern).exec(startCode) ?? [];
      if (found === undefined) continue;
      const parameters = found.replace(/\s+/g, " ").trim().replace(/,$/, "");
      return { name, parameters: parameters.replace(/^self(?:, |$)/, "") };
    }
  }
  return undefined;
}

/** What the function or method that is called looks like, such as `merge(intervals, gap)`, by its starter code. */
export function signatureOf(
  calling: Calling,
  startCode: string,
  language: CodeLanguage,
): string | undefined {
  const found = findSignature(calling, startCode, language);
  return found && `${found.name}(${found.parameters})`;
}

/** The names of Python's parameters, without their types and defaults; undefined where there is no list of them. */
export function parameterNames({ parameters }: Signature): readonly string[] | undefined {
  const plain = parameters.replace(/\([^()]*\)|\[(?:[^[\]]|\[(?:[^[\]]|\[[^[\]]*\])*\])*\]/g, "");
  const names = plain.split(",").map((one) => one.split(/[:=]/)[0]?.trim() ?? "");
  const isPlain = names.every((name) => /^[\p{L}_][\p{L}\p{M}\p{N}_]*$/u.test(name));
  return isPlain ? names : undefined;
}

function escaped(name: string): string {
  return name.replaceAll("$", "\\$");
}
