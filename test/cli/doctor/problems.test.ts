import { expect, it } from "vitest";
import { problems } from "../../../cli/doctor/problems.js";
import { kinds } from "../../support/cli/examine.js";
import { examineCloud } from "../../support/cli/examine-cloud.js";

/** An item as DynamoDB writes it. */
const item = (problemId: string, finalTestCases: string) => ({
  problemId: { S: problemId },
  finalTestCases: { S: finalTestCases },
});
const USABLE = item("double", '[{"input": 2, "expected_output": 4}]');
const UNUSABLE = item("slip", '[{"input": 2, "expectedOutput": 4}]');

const withItems = (...items: object[]) =>
  examineCloud(problems, { Scan: { Items: items } }, { stack: "prod" });

it("holds where one can be used, and warns of those that cannot", async () => {
  expect(kinds(await withItems(USABLE))).toEqual(["holds"]);
  const [holding, warning] = await withItems(UNUSABLE, USABLE);
  expect(holding?.sentence).toBe("Of the 2 that were looked at 1 can be used.");
  expect(warning).toMatchObject({
    kind: "warns",
    command: "grader problem pull slip --stack prod",
  });
  expect(warning?.sentence).toMatch(/^slip cannot be used: .*expected_output/);
});

it("fails where none can, or there is none", async () => {
  expect(kinds(await withItems(UNUSABLE))).toEqual(["fails", "warns"]);
  expect((await withItems())[0]).toEqual({
    kind: "fails",
    sentence: "The table of problems is empty.",
    command: "grader problem push --help",
  });
});
