import { expect, it } from "vitest";
import { edge } from "../../../cli/doctor/edge.js";
import { examineService, json } from "../../support/cli/examine.js";

const answering = (headers: Record<string, string>) =>
  examineService(edge, () => json({ status: "ok" }, 200, headers));
const THROUGH = {
  Via: "1.1 abc.cloudfront.net (CloudFront)",
  "X-Cache": "Miss from cloudfront",
  "X-Amz-Cf-Pop": "ICN57-P1",
};

it("holds where CloudFront has passed it on", async () => {
  const [finding] = await answering(THROUGH);
  expect(finding).toMatchObject({ kind: "holds" });
  expect(finding?.sentence).toContain("ICN57-P1");
});

it("fails where the name leads past CloudFront", async () => {
  const [finding] = await answering({});
  expect(finding?.sentence).toContain("not through CloudFront");
  expect(finding?.command).toBe("npx pulumi stack output distributionDomainName");
});

it("fails where CloudFront answers from its cache", async () => {
  const [finding] = await answering({ ...THROUGH, "X-Cache": "Hit from cloudfront" });
  expect(finding).toMatchObject({ kind: "fails", command: "npx pulumi up --refresh" });
  expect(finding?.sentence).toContain("from its cache");
});
