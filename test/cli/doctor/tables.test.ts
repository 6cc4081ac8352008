import { expect, it } from "vitest";
import { SUBMISSION_INDEXES } from "../../../api/tables.js";
import { tableProtection } from "../../../cli/doctor/table-protection.js";
import { tables } from "../../../cli/doctor/tables.js";
import { AwsRefusal } from "../../support/aws/aws-stand-in.js";
import { kinds } from "../../support/cli/examine.js";
import { examineCloud, OUTPUTS } from "../../support/cli/examine-cloud.js";

const SUBMISSIONS = OUTPUTS.submissionsTableName;
const ALL = ["ListedProblemsIndex", ...SUBMISSION_INDEXES.map(({ indexName }) => indexName)];

const table = (changes: object = {}, states: Record<string, string> = {}) => ({
  Table: {
    TableStatus: "ACTIVE",
    DeletionProtectionEnabled: true,
    GlobalSecondaryIndexes: ALL.map((IndexName) => ({
      IndexName,
      IndexStatus: states[IndexName] ?? "ACTIVE",
    })),
    ...changes,
  },
});

it("holds where all three are there with their indexes", async () => {
  const findings = await examineCloud(tables, { DescribeTable: table() });
  expect(kinds(findings)).toEqual(["holds", "holds", "holds"]);
  expect(findings[1]?.sentence).toBe(`${SUBMISSIONS} is there, with its 6 indexes.`);
});

const LOOK = `aws dynamodb describe-table --table-name ${SUBMISSIONS}`;

it.each([
  [
    "an index is being built",
    table({}, { AuthorSubmissionTimeIndex: "CREATING" }),
    "is CREATING",
    LOOK,
  ],
  ["it has no index", table({ GlobalSecondaryIndexes: [] }), "is not there", LOOK],
  ["it is being deleted", table({ TableStatus: "DELETING" }), "is DELETING", LOOK],
  [
    "it is not there",
    new AwsRefusal("ResourceNotFoundException"),
    "There is no table",
    "npx pulumi up --refresh",
  ],
])("fails where %s", async (_, answer, sentence, command) => {
  const DescribeTable = ({ TableName }: { TableName: string }) =>
    TableName === SUBMISSIONS ? answer : table();
  const findings = await examineCloud(tables, { DescribeTable });
  expect(kinds(findings)).toEqual(["holds", "fails", "holds"]);
  expect(findings[1]?.sentence).toContain(sentence);
  expect(findings[1]?.command).toBe(command);
});

const backups = (PointInTimeRecoveryStatus: string) => ({
  ContinuousBackupsDescription: {
    ContinuousBackupsStatus: "ENABLED",
    PointInTimeRecoveryDescription: {
      PointInTimeRecoveryStatus,
      EarliestRestorableDateTime: 1_795_000_000,
    },
  },
});

it("tells since when a table can be restored", async () => {
  const answers = { DescribeTable: table(), DescribeContinuousBackups: backups("ENABLED") };
  const findings = await examineCloud(tableProtection, answers);
  expect(kinds(findings)).toEqual(["holds", "holds"]);
  expect(findings[1]?.sentence).toContain("any second since 2026-11-18T");
});

it.each([
  ["restored", table(), backups("DISABLED"), "update-continuous-backups"],
  [
    "kept from a slip",
    table({ DeletionProtectionEnabled: false }),
    backups("ENABLED"),
    "--deletion-protection-enabled",
  ],
])(
  "fails where it could not be %s",
  async (_, DescribeTable, DescribeContinuousBackups, command) => {
    const answers = { DescribeTable, DescribeContinuousBackups };
    const findings = await examineCloud(tableProtection, answers);
    expect(kinds(findings)).toEqual(["fails", "fails"]);
    expect(findings[1]?.command).toContain(command);
  },
);

it("asks for no protection of what may be thrown away", async () => {
  const outputs = { ...OUTPUTS, ephemeral: true };
  expect(kinds(await examineCloud(tableProtection, {}, { outputs }))).toEqual(["skipped"]);
});
