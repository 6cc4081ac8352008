import { DescribeTableCommand } from "@aws-sdk/client-dynamodb";
import { LISTED_PROBLEMS_INDEX, SUBMISSION_INDEXES } from "../../api/tables.js";
import type { StackOutputs } from "../target/stack-outputs.js";
import type { CloudClients } from "./cloud-clients.js";
import { type Finding, fails, holds } from "./finding.js";
import { isMissing } from "./is-missing.js";
import { REDEPLOY } from "./remedies.js";
import { stage } from "./stage.js";

export const tables = stage({
  name: "tables",
  needs: ["clients", "outputs"],
  run: ({ clients, outputs }) =>
    Promise.all(expectedOf(outputs).map((expected) => examine(clients, expected))),
});

interface ExpectedTable {
  readonly name: string;
  readonly indexes: readonly string[];
}

function expectedOf(outputs: StackOutputs): ExpectedTable[] {
  return [
    {
      name: outputs.problemsTableName,
      indexes: outputs.problemsAreListed ? [LISTED_PROBLEMS_INDEX.indexName] : [],
    },
    {
      name: outputs.submissionsTableName,
      indexes: SUBMISSION_INDEXES.map(({ indexName }) => indexName),
    },
    { name: outputs.callerSlotsTableName, indexes: [] },
  ];
}

async function examine(
  { tables }: CloudClients,
  { name, indexes }: ExpectedTable,
): Promise<Finding> {
  const command = `aws dynamodb describe-table --table-name ${name}`;
  const { Table } = await tables
    .send(new DescribeTableCommand({ TableName: name }))
    .catch((error) => {
      if (isMissing(error)) return { Table: undefined };
      throw error;
    });
  if (Table === undefined) return fails(`There is no table ${name}.`, REDEPLOY);
  const { TableStatus, GlobalSecondaryIndexes = [] } = Table;
  if (TableStatus !== "ACTIVE" && TableStatus !== "UPDATING") {
    return fails(`The table ${name} is ${TableStatus}.`, command);
  }
  const states = new Map(GlobalSecondaryIndexes.map((one) => [one.IndexName, one.IndexStatus]));
  const wanting = indexes
    .filter((index) => states.get(index) !== "ACTIVE")
    .map((index) => `${index} is ${states.get(index) ?? "not there"}`);
  if (wanting.length > 0) {
    return fails(`Lists fail: of ${name}, ${wanting.join(", ")}.`, command);
  }
  return holds(
    `${name} is there${indexes.length > 0 ? `, with its ${indexes.length === 1 ? "index" : `${indexes.length} indexes`}` : ""}.`,
  );
}
