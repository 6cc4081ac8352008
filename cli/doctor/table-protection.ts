import { DescribeContinuousBackupsCommand, DescribeTableCommand } from "@aws-sdk/client-dynamodb";
import type { CloudClients } from "./cloud-clients.js";
import { type Finding, fails, holds, skipped } from "./finding.js";
import { stage } from "./stage.js";

/** Of what cannot be made again; callers' slots can. */
export const tableProtection = stage({
  name: "table protection",
  needs: ["clients", "outputs", "deployed"],
  run({ clients, outputs }) {
    if (outputs.ephemeral)
      return [skipped("This stack may be thrown away (the setting ephemeral).")];
    const names = [outputs.problemsTableName, outputs.submissionsTableName];
    return Promise.all(names.map((name) => examine(clients, name)));
  },
});

async function examine({ tables }: CloudClients, TableName: string): Promise<Finding> {
  const { Table } = await tables.send(new DescribeTableCommand({ TableName }));
  const { ContinuousBackupsDescription } = await tables.send(
    new DescribeContinuousBackupsCommand({ TableName }),
  );
  const recovery = ContinuousBackupsDescription?.PointInTimeRecoveryDescription;
  if (recovery?.PointInTimeRecoveryStatus !== "ENABLED") {
    return fails(
      `${TableName} could not be restored: point-in-time recovery is off.`,
      `aws dynamodb update-continuous-backups --table-name ${TableName} --point-in-time-recovery-specification PointInTimeRecoveryEnabled=true`,
    );
  }
  if (Table?.DeletionProtectionEnabled !== true) {
    return fails(
      `${TableName} can be deleted by a slip: deletion protection is off.`,
      `aws dynamodb update-table --table-name ${TableName} --deletion-protection-enabled`,
    );
  }
  const since = recovery.EarliestRestorableDateTime?.toISOString();
  return holds(`${TableName} can be restored${since ? ` to any second since ${since}` : ""}.`);
}
