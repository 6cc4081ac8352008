import { type Finding, fails, holds, skipped, warns } from "./finding.js";
import { invoke } from "./invoke.js";
import type { Facts } from "./known.js";
import { stage } from "./stage.js";

/** How far the measured share of a processor may be from what the function's memory buys. */
const TOLERANCE = 0.25;

/** What the jail holds where code really runs (`executor/probe.py`). */
export const selfTest = stage({
  name: "self-test",
  needs: ["clients", "outputs", "deployed"],
  async run(known) {
    const { executorProbeLambdaName, javascriptProbeLambdaName } = known.outputs;
    const findings: Finding[] = [];
    for (const name of [executorProbeLambdaName, javascriptProbeLambdaName]) {
      if (name) findings.push(...(await examine(known, name)));
    }
    return findings.length > 0 ? findings : [skipped("This stack has no self-test.")];
  },
});

async function examine(
  known: Pick<Facts, "clients" | "outputs">,
  name: string,
): Promise<Finding[]> {
  const report = (await invoke(known, name, {})) as Report;
  const command = `aws lambda invoke --function-name ${name}${known.outputs.tenantIsolation ? " --tenant-id doctor" : ""} /dev/stdout`;
  const jails = [report, ...(report.javascript ? [report.javascript] : [])];
  const open = jails.find(({ isJailed, error }) => !isJailed || error !== null);
  if (open !== undefined) {
    const { missing, error } = open;
    const what = [...missing, ...(error === null ? [] : [error])].join("; ");
    return [fails(`The jail does not hold in ${name}: let no traffic in. ${what}.`, command)];
  }
  const { processorShare, measuredShare } = report.clocks;
  const isOff = Math.abs(measuredShare - processorShare) > TOLERANCE * processorShare;
  return [
    holds(`The jail holds in ${name} (${report.platform}, Python ${report.python}).`),
    isOff
      ? warns(
          `It has ${processorShare} of a processor by its memory, and ${measuredShare} as measured: a time limit is not worth there what it says.`,
          command,
        )
      : holds(`It has ${measuredShare} of a processor, as its memory says.`),
  ];
}

interface Jail {
  readonly isJailed: boolean;
  readonly missing: readonly string[];
  readonly error: string | null;
}

interface Report extends Jail {
  readonly platform: string;
  readonly python: string;
  readonly javascript: Jail | null;
  readonly clocks: { readonly processorShare: number; readonly measuredShare: number };
}
