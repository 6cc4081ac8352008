import { beforeAll, describe, expect, it } from "vitest";
import { SUMMARY_ATTRIBUTES } from "../../../api/tables.js";
import { HIDDEN } from "../../support/pulumi/wire.js";
import { type DeployedStack, deployStack } from "../support/deployed-stack.js";

/** The contract's indexes and the key of each beside `submissionTime`. */
const INDEX_KEYS = {
  ProblemIdSubmissionTimeIndex: "problemId",
  UserIdSubmissionTimeIndex: "userId",
  AllSubmissionsByTimeIndex: "is_submission",
  AuthorSubmissionTimeIndex: "author",
  ProblemTitleSubmissionTimeIndex: "problemTitle",
  ProblemTitleTranslatedSubmissionTimeIndex: "problemTitleTranslated",
};

interface Index {
  readonly name: string;
  readonly keySchemas: readonly { readonly attributeName: string; readonly keyType: string }[];
  readonly projectionType: string;
  readonly nonKeyAttributes: readonly string[];
}

describe("the tables of a permanent stack", () => {
  let stack: DeployedStack;

  beforeAll(async () => {
    stack = await deployStack();
  });

  it.each(["submissions", "problems", "caller-slots"])(
    "%s can neither be lost nor run out",
    (name) => {
      const table = stack.the("dynamodb/table", name);
      expect(table.isProtected).toBe(true);
      expect(table.inputs).toMatchObject({
        name: `edge-grader-${name}-dev`,
        billingMode: "PAY_PER_REQUEST",
        deletionProtectionEnabled: true,
        pointInTimeRecovery: { enabled: true },
      });
    },
  );

  it("slots are found by whose they are, and go by themselves when their time is over", () => {
    expect(stack.the("dynamodb/table", "caller-slots").inputs).toMatchObject({
      hashKey: "slot",
      attributes: [{ name: "slot", type: "S" }],
      ttl: { attributeName: "expiresAt", enabled: true },
    });
  });

  it("problems are found by their id, and listed by their age with what a list shows", () => {
    const { hashKey, rangeKey, attributes, globalSecondaryIndexes } = stack.the(
      "dynamodb/table",
      "problems",
    ).inputs;
    expect({ hashKey, rangeKey }).toEqual({ hashKey: "problemId" });
    expect(attributes).toEqual([
      { name: "problemId", type: "S" },
      { name: "listed", type: "S" },
      { name: "createdAt", type: "S" },
    ]);
    expect(globalSecondaryIndexes).toEqual([
      {
        name: "ListedProblemsIndex",
        keySchemas: [
          { attributeName: "listed", keyType: "HASH" },
          { attributeName: "createdAt", keyType: "RANGE" },
        ],
        projectionType: "INCLUDE",
        nonKeyAttributes: ["title", "title_translated", "difficulty", "tags", "io", "languages"],
      },
    ]);
  });

  it("submissions are kept, unless the operator says for how long", async () => {
    expect(stack.the("dynamodb/table", "submissions").inputs.ttl).toBeUndefined();
    const brief = await deployStack({ submissionTtlDays: "30" });
    expect(brief.the("dynamodb/table", "submissions").inputs.ttl).toEqual({
      attributeName: "expiresAt",
      enabled: true,
    });
    expect(brief.the("dynamodb/table", "problems").inputs.ttl).toBeUndefined();
  });

  describe("submissions", () => {
    const inputs = () => stack.the("dynamodb/table", "submissions").inputs;
    const indexes = (): Index[] => inputs().globalSecondaryIndexes;

    it("are found by their id", () => {
      const { hashKey, rangeKey } = inputs();
      expect({ hashKey, rangeKey }).toEqual({ hashKey: "submissionId" });
    });

    it("are sorted by time in each of the contract's six indexes", () => {
      const keys = indexes().map(({ name, keySchemas }) => [name, keySchemas]);
      expect(Object.fromEntries(keys)).toEqual(
        Object.fromEntries(
          Object.entries(INDEX_KEYS).map(([name, key]) => [
            name,
            [
              { attributeName: key, keyType: "HASH" },
              { attributeName: "submissionTime", keyType: "RANGE" },
            ],
          ]),
        ),
      );
    });

    it("have exactly the attributes declared that are a key somewhere", () => {
      const declared = new Map(
        inputs().attributes.map(({ name, type }: { name: string; type: string }) => [name, type]),
      );
      expect(inputs().attributes).toHaveLength(declared.size);
      expect(Object.fromEntries(declared)).toEqual({
        submissionId: "S",
        submissionTime: "N",
        ...Object.fromEntries(Object.values(INDEX_KEYS).map((key) => [key, "S"])),
      });
    });

    it("bring exactly their summary along in every index", () => {
      for (const { projectionType, nonKeyAttributes, keySchemas } of indexes()) {
        expect(projectionType).toBe("INCLUDE");
        const keys = keySchemas.map(({ attributeName }) => attributeName);
        const projected = new Set([...nonKeyAttributes, ...keys, "submissionId"]);
        projected.delete("is_submission");
        expect(projected).toEqual(new Set(SUMMARY_ATTRIBUTES));
        expect(nonKeyAttributes.filter((name) => keys.includes(name))).toEqual([]);
      }
    });

    it("keep within what DynamoDB lets indexes include", () => {
      const counts = indexes().map(({ nonKeyAttributes }) => nonKeyAttributes.length);
      expect(Math.max(...counts)).toBeLessThanOrEqual(20);
      expect(counts.reduce((sum, count) => sum + count)).toBeLessThanOrEqual(100);
    });
  });
});

it("the tables of a stack to throw away can be thrown away", async () => {
  const stack = await deployStack({ ephemeral: "true" });
  const tables = stack.all("dynamodb/table");
  expect(tables).toHaveLength(3);
  for (const { isProtected, inputs } of tables) {
    expect(isProtected).toBe(false);
    expect(inputs).toMatchObject({
      billingMode: "PAY_PER_REQUEST",
      deletionProtectionEnabled: false,
      pointInTimeRecovery: { enabled: false },
    });
  }
});

it.each([
  ["by its name", { problemsTableName: "problems-of-the-site" }, "problems-of-the-site"],
  ["by the stack that owns it", { problemsStack: "org/site/prod" }, "table-of-another-stack"],
  [
    "by another output of that stack",
    { problemsStack: "org/site/prod", problemsStackOutput: "otherName" },
    "table-by-other-name",
  ],
])("a table of problems that is given %s is used and not created", async (_, settings, name) => {
  const stack = await deployStack(settings);
  expect(stack.all("dynamodb/table").map((table) => table.name)).toEqual([
    "caller-slots",
    "submissions",
  ]);
  expect(stack.outputs.problemsTableName).toBe(name);
  const { inputs } = stack.the("lambda/function", "code-grader");
  expect(inputs.environment.variables.PROBLEMS_TABLE_NAME).toBe(name);
  const { policy } = stack.the("iam/rolePolicy", "code-grader-policy").inputs;
  expect(policy).toContain(`:table/${name}"`);
});

it("the name of a table that its stack keeps secret stays so", async () => {
  const problemsStack = "org/site/prod";
  const stack = await deployStack({ problemsStack, problemsStackOutput: "secretName" });
  expect(stack.outputs.problemsTableName).toBe("table-by-secret-name");
  expect(stack.publicOutputs.problemsTableName).toBe(HIDDEN);
});

it("a table of submissions that is given is used and not created", async () => {
  const name = "submissions-of-the-site";
  const stack = await deployStack({ submissionsTableName: name });
  expect(stack.all("dynamodb/table").map((table) => table.name)).toEqual([
    "caller-slots",
    "problems",
  ]);
  expect(stack.outputs.submissionsTableName).toBe(name);
  const { inputs } = stack.the("lambda/function", "code-grader");
  expect(inputs.environment.variables.SUBMISSIONS_TABLE_NAME).toBe(name);
});
