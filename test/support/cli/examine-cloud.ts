import type { Finding } from "../../../cli/doctor/finding.js";
import type { Known } from "../../../cli/doctor/known.js";
import type { Stage } from "../../../cli/doctor/stage.js";
import type { StackOutputs } from "../../../cli/target/stack-outputs.js";
import { type AwsAnswers, startAws } from "../aws/aws-stand-in.js";
import { examine } from "./examine.js";

/** What a deployed stack exports. */
export const OUTPUTS: StackOutputs = {
  region: "ap-northeast-2",
  codeGraderApiInvokeUrl: "https://grader.site.example",
  codeGraderLambdaName: "edge-grader-code-grader-prod",
  codeExecutorLambdaName: "edge-grader-code-executor-prod",
  executorProbeLambdaName: "edge-grader-executor-probe-prod",
  problemsTableName: "edge-grader-problems-prod",
  problemsAreListed: true,
  submissionsTableName: "edge-grader-submissions-prod",
  submissionTtlDays: 0,
  callerSlotsTableName: "edge-grader-caller-slots-prod",
  executorTimeoutSeconds: 40,
  tenantIsolation: true,
  userPoolId: "ap-northeast-2_Abc",
  userPoolClientId: "client",
  staffGroup: "staff",
};

/** What a stage finds of a deployed stack where AWS answers this. */
export async function examineCloud(
  stage: Stage,
  answers: AwsAnswers,
  facts: Partial<Known> = {},
): Promise<Finding[]> {
  const { clients, close } = await startAws(answers);
  try {
    const stack = { clients, outputs: OUTPUTS, deployed: true, runsCode: true } as const;
    return await examine(stage, { ...stack, ...facts });
  } finally {
    await close();
  }
}
