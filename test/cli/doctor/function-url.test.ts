import { expect, it } from "vitest";
import { functionUrl } from "../../../cli/doctor/function-url.js";
import { listen } from "../../../dev/http/listen.js";
import { AwsRefusal } from "../../support/aws/aws-stand-in.js";
import { json, kinds, refusal } from "../../support/cli/examine.js";
import { examineCloud } from "../../support/cli/examine-cloud.js";

/** A function behind its URL, which answers this to whoever comes without CloudFront. */
async function behind(answer: Response, config: object = {}) {
  const url = await listen(() => answer, 0);
  try {
    const GetFunctionUrlConfig = {
      FunctionUrl: `${url.url}/`,
      InvokeMode: "RESPONSE_STREAM",
      AuthType: "NONE",
      ...config,
    };
    return await examineCloud(functionUrl, { GetFunctionUrlConfig });
  } finally {
    await url.close();
  }
}

it("holds where the URL is closed to all but CloudFront", async () => {
  expect(kinds(await behind(refusal(403, "Forbidden")))).toEqual(["holds"]);
});

it("fails where there is a way around CloudFront", async () => {
  const [finding] = await behind(json({ status: "ok" }));
  expect(finding).toMatchObject({ kind: "fails", command: "npx pulumi up --refresh" });
  expect(finding?.sentence).toContain("a way around CloudFront");
});

it("fails where it does not stream, or answers CORS itself", async () => {
  const config = { InvokeMode: "BUFFERED", Cors: { AllowOrigins: ["*"] } };
  const [closed, ...findings] = await behind(refusal(403, "Forbidden"), config);
  expect(closed?.kind).toBe("holds");
  const command = "npx pulumi up --refresh";
  expect(findings).toEqual([
    { kind: "fails", sentence: "It does not stream (InvokeMode BUFFERED).", command },
    { kind: "fails", sentence: expect.stringContaining("headers come twice"), command },
  ]);
});

it("fails where the function has no URL", async () => {
  const GetFunctionUrlConfig = new AwsRefusal("ResourceNotFoundException", 404);
  const [finding] = await examineCloud(functionUrl, { GetFunctionUrlConfig });
  expect(finding).toMatchObject({ kind: "fails", command: "npx pulumi up --refresh" });
  expect(finding?.sentence).toContain("is not there");
});
