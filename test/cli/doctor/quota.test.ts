import { expect, it } from "vitest";
import { quota } from "../../../cli/doctor/quota.js";
import type { AwsAnswers } from "../../support/aws/aws-stand-in.js";
import { examineCloud } from "../../support/cli/examine-cloud.js";

const examine = (answers: AwsAnswers) => examineCloud(quota, answers, { region: "ap-northeast-2" });
const limit = (ConcurrentExecutions?: number) => ({
  GetAccountSettings: { AccountLimit: { ConcurrentExecutions } },
});

it("tells how many students an account serves at once", async () => {
  const [finding] = await examine(limit(1000));
  expect(finding).toMatchObject({ kind: "holds" });
  expect(finding?.sentence).toContain("serves 2,500 students at once, of whom 500 may");
});

it("warns of a new account's few, and says how to ask for more", async () => {
  const [finding] = await examine(limit(10));
  expect(finding).toMatchObject({ kind: "warns" });
  expect(finding?.sentence).toContain("serves 25 students at once, of whom 5 may");
  expect(finding?.command).toContain("request-service-quota-increase");
});

it("fails where AWS does not tell, and is left out where it may not be asked", async () => {
  expect((await examine(limit()))[0]).toMatchObject({
    kind: "fails",
    command: "aws lambda get-account-settings --query AccountLimit",
  });
  expect((await examine({}))[0]?.kind).toBe("skipped");
});
