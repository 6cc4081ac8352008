import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { text } from "node:stream/consumers";
import type { Comparison } from "../../api/domain/judge.js";
import { localPython } from "../support/world.js";
import type { Pair } from "./pairs.js";

/** CPython as the judge of the judge; see oracle.py. */
export interface Oracle {
  /** Whether a judge of this type must accept each pair. */
  verdicts(type: Comparison["type"], pairs: readonly Pair[]): Promise<boolean[]>;
  /** The words of each text, by `str.split()`. */
  split(texts: readonly string[]): Promise<string[][]>;
  characters(): Promise<Characters>;
  /** Whether `json.loads` takes each text. */
  isJson(texts: readonly string[]): Promise<boolean[]>;
  /** `repr` of what `json.loads` makes of each text. */
  repr(texts: readonly string[]): Promise<string[]>;
  /** SHA-256 of that `repr`, written in ASCII. */
  reprHash(texts: readonly string[]): Promise<string[]>;
  /** `repr` of what comes back from a function that returns its input; null when nothing can. */
  returned(texts: readonly string[]): Promise<(string | null)[]>;
  close(): Promise<void>;
}

/** What CPython knows of all characters, by their code points. */
export interface Characters {
  /** Of its Unicode: 15.0.0 in CPython 3.12. */
  readonly unicode: string;
  /** Where `str.split()` parts words. */
  readonly spaces: readonly number[];
  /** What `float()` takes for a digit, with its worth. */
  readonly digits: readonly (readonly [codePoint: number, worth: number])[];
}

/** Starts one Python process, which answers one question at a time. */
export function startOracle(): Oracle {
  const script = new URL("oracle.py", import.meta.url).pathname;
  const python = spawn(localPython().path, ["-EsB", script], { stdio: "pipe" });
  const answers = createInterface({ input: python.stdout })[Symbol.asyncIterator]();
  const complaints = text(python.stderr);
  const ended = once(python, "close");
  // Its end is noticed where an answer is awaited.
  python.stdin.on("error", () => undefined);
  let last: Promise<unknown> = Promise.resolve();

  async function exchange<Answer>(ask: string, items: readonly unknown[]): Promise<Answer[]> {
    python.stdin.write(`${JSON.stringify({ ask, items })}\n`);
    const { value, done } = await answers.next();
    if (done === true) throw new Error(`The oracle ended: ${await complaints}`);
    return JSON.parse(value).answers;
  }

  function ask<Answer>(question: string, items: readonly unknown[]): Promise<Answer[]> {
    const answer = last.then(() => exchange<Answer>(question, items));
    last = answer.catch(() => undefined);
    return answer;
  }

  return {
    verdicts: (type, pairs) =>
      ask(
        type,
        pairs.map(({ actual, expected, epsilon, relativeEpsilon }) =>
          type === "float_eps" || type === "tokens"
            ? [actual, expected, epsilon, relativeEpsilon]
            : [actual, expected],
        ),
      ),
    split: (texts) => ask("split", texts),
    characters: async () => {
      const [known] = await ask<Characters>("characters", [null]);
      if (known === undefined) throw new Error("The oracle knows no characters.");
      return known;
    },
    isJson: (texts) => ask("is_json", texts),
    repr: (texts) => ask("repr", texts),
    reprHash: (texts) => ask("repr_hash", texts),
    returned: (texts) => ask("returned", texts),
    async close() {
      python.stdin.end();
      await ended;
    },
  };
}
