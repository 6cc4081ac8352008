import type { Calling } from "../../api/domain/entry.js";

/** What the function or method that is called looks like, such as `merge(intervals, gap)`, by its starter code. */
export function signatureOf({ entryFunction }: Calling, startCode: string): string | undefined {
  const [first = "", method] = (entryFunction ?? "").split(".");
  const names =
    entryFunction === null ? ["solution", "solve", "answer", "main"] : [method ?? first];
  for (const name of names) {
    // Names and annotations hold no brackets but those of types, one level deep at most in a call.
    const found = new RegExp(`\\bdef\\s+${escaped(name)}\\s*\\(((?:[^()]|\\([^()]*\\))*)\\)`).exec(
      startCode,
    );
    if (found === null) continue;
    const parameters = (found[1] ?? "").replace(/\s+/g, " ").trim().replace(/,$/, "");
    return `${name}(${parameters.replace(/^self(?:, |$)/, "")})`;
  }
  return undefined;
}

function escaped(name: string): string {
  return name.replaceAll("$", "\\$");
}
