import { DynamoDBDocumentClient, ScanCommand } from "@aws-sdk/lib-dynamodb";
import { readProblemItem } from "../../api/adapters/problem-item.js";
import { toolCommand } from "../tool-command.js";
import { type Finding, fails, holds, warns } from "./finding.js";
import { serviceOption } from "./service-option.js";
import { stage } from "./stage.js";

/** Enough to see one that is usable; a table may hold thousands. */
const LOOKED_AT = 50;

export const problems = stage({
  name: "problems",
  needs: ["clients", "outputs"],
  async run(known) {
    const { clients, outputs } = known;
    const documents = DynamoDBDocumentClient.from(clients.tables, {
      // As the API reads them: a double would round an epsilon.
      unmarshallOptions: { wrapNumbers: (digits: string) => digits },
    });
    const { Items = [] } = await documents.send(
      new ScanCommand({ TableName: outputs.problemsTableName, Limit: LOOKED_AT }),
    );
    const read = await Promise.all(
      Items.map((item) => readProblemItem(String(item.problemId), item)),
    );
    const unusable = read.filter(({ fault }) => fault !== null);
    const usable = read.length - unusable.length;
    const findings: Finding[] = unusable.map(({ problemId, fault }) =>
      warns(
        `${problemId} cannot be used: ${fault}`,
        toolCommand(known.env, "problem", "pull", problemId, ...serviceOption(known)),
      ),
    );
    const looked = `Of the ${read.length} that were looked at ${usable} can be used.`;
    return usable > 0
      ? [holds(looked), ...findings]
      : [
          fails(
            read.length === 0 ? "The table of problems is empty." : looked,
            toolCommand(known.env, "problem", "push", "--help"),
          ),
          ...findings,
        ];
  },
});
