import { ConditionalCheckFailedException } from "@aws-sdk/client-dynamodb";
import { DeleteCommand, GetCommand, PutCommand, paginateScan } from "@aws-sdk/lib-dynamodb";
import type { Item } from "../../api/adapters/item.js";
import { describeRefusal } from "../authoring/describe-refusal.js";
import { CommandEnd } from "../command-end.js";
import type { Target } from "../target/open-target.js";
import { unchangedCondition } from "./unchanged-condition.js";

/** The problems of a service, to be changed only as they were read. */
export class ProblemTable {
  constructor(private readonly target: Pick<Target, "items" | "outputs" | "name">) {}

  async get(problemId: string): Promise<Item | undefined> {
    const { Item } = await this.target.items.send(
      new GetCommand({ TableName: this.#name, Key: { problemId }, ConsistentRead: true }),
    );
    return Item;
  }

  /** @throws CommandEnd when there is none */
  async require(problemId: string): Promise<Item> {
    const item = await this.get(problemId);
    if (item !== undefined) return item;
    const sentence = `There is no problem ${problemId} on ${this.target.name}: problem list names those that there are.`;
    throw new CommandEnd("no", sentence);
  }

  /** The attributes of all of them, the unlisted ones too; a part of the table at a time. */
  async *list(attributes: readonly string[]): AsyncGenerator<readonly Item[]> {
    const pages = paginateScan(
      { client: this.target.items },
      {
        TableName: this.#name,
        ProjectionExpression: attributes.map((name) => `#${name}`).join(", "),
        ExpressionAttributeNames: Object.fromEntries(attributes.map((name) => [`#${name}`, name])),
      },
    );
    for await (const { Items = [] } of pages) yield Items;
  }

  /**
   * Writes an item in place of the one that was read.
   *
   * @throws CommandEnd when it has changed since, or cannot be stored
   */
  async put(before: Item | undefined, after: Item): Promise<void> {
    const command = new PutCommand({
      TableName: this.#name,
      Item: after,
      ...unchangedCondition(before, Object.keys(after)),
    });
    await this.target.items.send(command).catch((error: unknown) => {
      throw refusal(String(after.problemId), describeRefusal(after, error));
    });
  }

  /** @throws CommandEnd when it has changed since it was read */
  async remove(before: Item): Promise<void> {
    const { problemId } = before;
    const command = new DeleteCommand({
      TableName: this.#name,
      Key: { problemId },
      ...unchangedCondition(before, []),
    });
    await this.target.items.send(command).catch((error: unknown) => {
      throw refusal(String(problemId), error);
    });
  }

  get #name(): string {
    return this.target.outputs.problemsTableName;
  }
}

function refusal(problemId: string, error: unknown): unknown {
  const cause = error instanceof Error && error.cause ? error.cause : error;
  if (!(cause instanceof ConditionalCheckFailedException)) return error;
  return new CommandEnd(
    "no",
    `${problemId} has been changed by somebody else since it was read, and was left as it is. Run this again to see the difference.`,
    { cause },
  );
}
