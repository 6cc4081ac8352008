import { expect, it } from "vitest";
import { identity } from "../../../cli/doctor/identity.js";
import { AwsRefusal } from "../../support/aws/aws-stand-in.js";
import { examine } from "../../support/cli/examine.js";
import { examineCloud } from "../../support/cli/examine-cloud.js";

it("tells the account, and as whom", async () => {
  const Arn = "arn:aws:sts::123456789012:assumed-role/deployer/me";
  const answers = { GetCallerIdentity: { Account: "123456789012", Arn, UserId: "A:me" } };
  expect(await examineCloud(identity, answers)).toEqual([
    { kind: "holds", sentence: `Account 123456789012, as ${Arn}.` },
  ]);
});

it("fails with credentials that have expired, and says to sign in again", async () => {
  const [finding] = await examineCloud(identity, {
    GetCallerIdentity: new AwsRefusal("ExpiredToken", 403),
  });
  expect(finding).toMatchObject({ kind: "fails", command: "aws sts get-caller-identity" });
  expect(finding?.sentence).toContain("sign in again");
});

it("is left out where no credentials are used", async () => {
  expect((await examine(identity))[0]?.kind).toBe("skipped");
});
