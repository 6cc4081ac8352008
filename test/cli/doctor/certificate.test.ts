import { once } from "node:events";
import { readFileSync } from "node:fs";
import { createServer as createPlainServer } from "node:http";
import { createServer } from "node:https";
import { expect, it, onTestFinished } from "vitest";
import { certificate } from "../../../cli/doctor/certificate.js";
import { listenOnLoopback } from "../../../dev/lambda/loopback.js";
import { examine } from "../../support/cli/examine.js";

const read = (name: string) =>
  readFileSync(new URL(`certificates/${name}.pem`, import.meta.url), "utf8");

/** Where a server shows this certificate, which nobody but itself has signed. */
async function show(name: string): Promise<URL> {
  const server = createServer({ key: read("key"), cert: read(name) });
  const port = await listenOnLoopback(server);
  onTestFinished(async () => {
    server.closeAllConnections();
    server.close();
    await once(server, "close");
  });
  return new URL(`https://127.0.0.1:${port}`);
}

/** What is found of it by somebody who trusts it. */
async function found(name: string, begunAtMs = Date.now()) {
  const service = await show(name);
  const [finding] = await examine(certificate, { service, certificates: read(name), begunAtMs });
  return finding;
}

const DAY_MS = 86_400_000;
const END_MS = Date.parse("2120-01-01T00:00:00Z");

it.each([
  [90, "holds"],
  [22, "holds"],
  [20, "warns"],
])("of one that ends in %i days it says: %s", async (days, kind) => {
  const finding = await found("lasting", END_MS - days * DAY_MS);
  expect(finding).toMatchObject({ kind });
  expect(finding?.sentence).toContain(`valid for ${days} more days (TLSv1.3)`);
  if (kind !== "warns") return;
  expect(finding?.sentence).toContain("Nothing has renewed it");
  expect(finding?.command).toContain("aws acm describe-certificate --region us-east-1");
});

it.each([
  [
    "it has expired, and says since when",
    "expired",
    "has expired, since 2020-01-01T00:00:00.000Z",
    "aws acm describe-certificate --region us-east-1",
  ],
  ["it is not valid yet", "early", "valid only from 2100-01-01T00:00:00.000Z on", "date -u"],
  [
    "it is of another name, and says of which",
    "of-another-name",
    "for DNS:site.example, not for 127.0.0.1",
    "npx pulumi config get certificateArn",
  ],
])("fails where %s", async (_, name, sentence, command) => {
  const finding = await found(name);
  expect(finding).toMatchObject({ kind: "fails", command: expect.stringContaining(command) });
  expect(finding?.sentence).toContain(sentence);
});

it("fails where nobody vouches for it", async () => {
  const [finding] = await examine(certificate, { service: await show("lasting") });
  expect(finding).toMatchObject({
    kind: "fails",
    command: "npx pulumi config get certificateArn",
  });
  expect(finding?.sentence).toMatch(/^Nobody whom this machine trusts .*SELF_SIGNED_CERT/);
});

it("fails where something answers that speaks no TLS", async () => {
  const server = createPlainServer();
  const port = await listenOnLoopback(server);
  onTestFinished(() => void server.close());
  const [finding] = await examine(certificate, { service: new URL(`https://127.0.0.1:${port}`) });
  expect(finding).toMatchObject({
    kind: "fails",
    command: "npx pulumi config get certificateArn",
  });
  expect(finding?.sentence).toMatch(/^The connection to 127\.0\.0\.1:\d+ is not secured/);
});

it("fails where the address is not encrypted, unless it is this machine's", async () => {
  const of = async (url: string) => (await examine(certificate, { service: new URL(url) }))[0];
  expect(await of("http://grader.site.example")).toMatchObject({
    kind: "fails",
    command: "npx pulumi stack output codeGraderApiInvokeUrl",
  });
  expect(await of("http://127.0.0.1:8787")).toMatchObject({ kind: "skipped" });
});
