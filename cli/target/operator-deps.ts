import { dynamoVerdicts } from "../../api/adapters/dynamo-verdicts.js";
import type { AwsClients, AwsNames } from "../../api/aws-deps.js";
import type { VerdictStore } from "../../api/ports.js";

/** What whoever runs the service does to its tables, and the service itself does not. */
export interface OperatorDeps {
  readonly verdicts: VerdictStore;
}

/** The same by its production adapters, with the operator's own credentials. */
export function operatorDeps(
  { submissionsTableName }: Pick<AwsNames, "submissionsTableName">,
  { documents }: Pick<AwsClients, "documents">,
): OperatorDeps {
  return { verdicts: dynamoVerdicts(documents, submissionsTableName) };
}
