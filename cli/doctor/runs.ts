import { logCommand } from "./api-function.js";
import { askService, told } from "./ask-service.js";
import { type Finding, fails, holds, skipped } from "./finding.js";
import type { Circumstances, Facts } from "./known.js";
import { DOUBLING } from "./languages.js";
import { SHOW_QUOTA } from "./remedies.js";
import { stage } from "./stage.js";

type Known = Circumstances & Pick<Facts, "service" | "token"> & Partial<Facts>;

export const runs = stage({
  name: "runs",
  needs: ["service", "token", "runsCode"],
  async run(known) {
    const findings: Finding[] = [];
    for (const [language, code] of Object.entries(DOUBLING)) {
      findings.push(await runIn(known, language, code));
    }
    return findings;
  },
});

async function runIn(known: Known, language: string, userCode: string): Promise<Finding> {
  const answer = await askService(known, "/grade", {
    token: known.token,
    body: { executionMode: "RUN_CUSTOM_TESTS", language, userCode, customTestCases: [21] },
  });
  if (answer.status === 400 && language === "javascript") {
    return known.outputs?.javascriptExecutorLambdaName
      ? fails(`javascript: ${told(answer)}, though the stack has its executor.`, "npx pulumi up")
      : skipped("javascript: not offered here (the setting languages).");
  }
  if (answer.status !== 200) {
    const command = answer.status === 503 && known.deployed ? SHOW_QUOTA : logCommand(known);
    return fails(`${language}: ${told(answer)}.`, command);
  }
  const [{ runCodeOutput, runCodeLambdaError } = {} as Partial<CustomResult>] =
    (answer.body?.results as readonly CustomResult[] | undefined) ?? [];
  if (runCodeLambdaError || runCodeOutput?.returnValue !== 42) {
    const { error, errorMessage, stderr } = runCodeOutput ?? {};
    return fails(
      `${language}: 21 doubled is not 42 (${error ?? errorMessage ?? stderr ?? "no answer"}).`,
      logCommand(known, "executor"),
    );
  }
  return holds(`${language}: 21 doubled is 42, in ${runCodeOutput.executionTimeMs} ms.`);
}

interface CustomResult {
  readonly runCodeLambdaError: boolean;
  readonly runCodeOutput: {
    readonly returnValue: unknown;
    readonly executionTimeMs: number;
    readonly error?: string | null;
    readonly errorMessage?: string;
    readonly stderr?: string | null;
  };
}
