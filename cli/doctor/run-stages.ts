import { CommandEnd } from "../command-end.js";
import { explainFailure } from "../explain-failure.js";
import { NoAnswer } from "./ask-service.js";
import { type Finding, fails, skipped } from "./finding.js";
import { FunctionFailed } from "./invoke.js";
import { isMissing } from "./is-missing.js";
import { type Known, type Need, WITHOUT } from "./known.js";
import { REDEPLOY } from "./remedies.js";
import type { Stage } from "./stage.js";

/** What one stage has found. */
export interface StageReport {
  readonly stage: string;
  readonly findings: readonly Finding[];
}

/** Runs stages one after the other; what one of them disproves, none after it relies on. */
export async function* runStages(
  stages: readonly Stage[],
  known: Known,
  onStart: (stage: string) => void = () => {},
): AsyncGenerator<StageReport> {
  const disproved = new Map<Need, string>();
  for (const stage of stages) {
    known.signal.throwIfAborted();
    const { name, needs, proves } = stage;
    const missing = needs.find((need) => known[need] === undefined || disproved.has(need));
    if (missing !== undefined) {
      const failed = known[missing] === undefined ? undefined : disproved.get(missing);
      const reason = failed === undefined ? WITHOUT[missing] : `${failed} failed`;
      yield { stage: name, findings: [skipped(`Not looked at, since ${reason}.`)] };
      continue;
    }
    onStart(name);
    const findings = await stage.run(known).catch((error: unknown) => {
      if (known.signal.aborted) throw error;
      return [findingOf(error)];
    });
    if (proves !== undefined && findings.some(({ kind }) => kind === "fails")) {
      disproved.set(proves, `"${name}"`);
    }
    yield { stage: name, findings };
  }
}

/** Whoever may not look has seen nothing wrong. */
function findingOf(error: unknown): Finding {
  if (error instanceof Error && /^AccessDenied/.test(error.name)) {
    return skipped(`These AWS credentials may not look at it (${error.message}).`);
  }
  const sentence = error instanceof CommandEnd ? error.message : explainFailure(error);
  return fails(sentence.split("\n", 1)[0] ?? "", commandFor(error));
}

function commandFor(error: unknown): string | undefined {
  if (error instanceof NoAnswer || error instanceof FunctionFailed) return error.command;
  return isMissing(error) ? REDEPLOY : undefined;
}
