import { ConditionalCheckFailedException } from "@aws-sdk/client-dynamodb";
import {
  type DynamoDBDocumentClient,
  PutCommand,
  paginateScan,
  UpdateCommand,
} from "@aws-sdk/lib-dynamodb";
import { loadSeedProblems, type SeedProblemItem } from "./seed-problems.js";

/**
 * Adds the seeded problems that the table lacks: one that was edited stays as it is. What an older version
 * stored, which knew of no list, is listed from now on.
 */
export async function putSeedProblems(
  documents: DynamoDBDocumentClient,
  tableName: string,
): Promise<void> {
  const seeds = (await loadSeedProblems()).map(({ item }) => item);
  for (const item of seeds) {
    const command = new PutCommand({
      TableName: tableName,
      Item: item,
      ConditionExpression: "attribute_not_exists(problemId)",
    });
    await documents.send(command).catch((error: unknown) => {
      if (!(error instanceof ConditionalCheckFailedException)) throw error;
    });
  }
  const unlisted = paginateScan(
    { client: documents },
    { TableName: tableName, FilterExpression: "attribute_not_exists(createdAt)" },
  );
  for await (const { Items = [] } of unlisted) {
    for (const { problemId } of Items) {
      const seed = seeds.find((item) => item.problemId === problemId);
      await documents.send(listing(tableName, String(problemId), seed));
    }
  }
}

/** Lists a problem, one of ours in its place and with its labels. */
function listing(tableName: string, problemId: string, seed: SeedProblemItem | undefined) {
  const { createdAt = new Date().toISOString(), difficulty, tags } = seed ?? {};
  const settings = { listed: "Y", createdAt, difficulty, tags };
  const known = Object.entries(settings).filter(([, value]) => value !== undefined);
  return new UpdateCommand({
    TableName: tableName,
    Key: { problemId },
    UpdateExpression: `SET ${known
      .map(([name]) => `#${name} = if_not_exists(#${name}, :${name})`)
      .join(", ")}`,
    ExpressionAttributeNames: Object.fromEntries(known.map(([name]) => [`#${name}`, name])),
    ExpressionAttributeValues: Object.fromEntries(
      known.map(([name, value]) => [`:${name}`, value]),
    ),
  });
}
