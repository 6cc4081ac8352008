import type { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { createDocumentClient } from "../../../api/adapters/aws-clients.js";
import { dynamoCallerSlots } from "../../../api/adapters/dynamo-caller-slots.js";
import { dynamoProblems } from "../../../api/adapters/dynamo-problems.js";
import { dynamoSubmissions } from "../../../api/adapters/dynamo-submissions.js";
import type { AppDeps } from "../../../api/http/deps.js";

/** The production stores, with time for a machine that is busy with other tests as well. */
export function patientStores(
  endpoint: string,
): Pick<AppDeps, "problems" | "submissions" | "callerSlots"> {
  const client = createDocumentClient({
    endpoint,
    region: "us-east-1",
    credentials: { accessKeyId: "local", secretAccessKey: "local" },
    requestHandler: { requestTimeout: 60_000 },
  });
  // The options of a call say only when to give up.
  const patient: DynamoDBDocumentClient = Object.create(client, {
    send: { value: (command: Parameters<typeof client.send>[0]) => client.send(command) },
  });
  return {
    problems: dynamoProblems(patient, "problems", true),
    submissions: dynamoSubmissions(patient, "problem-submissions"),
    callerSlots: dynamoCallerSlots(patient, {
      tableName: "caller-slots",
      limits: { submission: 2, customRun: 2 },
    }),
  };
}
