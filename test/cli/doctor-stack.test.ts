import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, it } from "vitest";
import { SUBMISSION_INDEXES } from "../../api/tables.js";
import { type Listener, listen } from "../../dev/http/listen.js";
import { type AwsStandIn, startAws } from "../support/aws/aws-stand-in.js";
import { json } from "../support/cli/examine.js";
import { OUTPUTS } from "../support/cli/examine-cloud.js";
import { pathFrom } from "../support/cli/run-command.js";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const TABLE = {
  TableStatus: "ACTIVE",
  DeletionProtectionEnabled: true,
  GlobalSecondaryIndexes: [
    "ListedProblemsIndex",
    ...SUBMISSION_INDEXES.map((one) => one.indexName),
  ].map((IndexName) => ({ IndexName, IndexStatus: "ACTIVE" })),
};

let aws: AwsStandIn;
let service: Listener;
let folder: string;

beforeAll(async () => {
  aws = await startAws({
    GetCallerIdentity: { Account: "123456789012", Arn: "arn:aws:iam::123456789012:user/me" },
    DescribeTable: { Table: TABLE },
    DescribeAlarms: { MetricAlarms: [] },
  });
  service = await listen(() => json({ status: "ok" }), 0);
  folder = await mkdtemp(join(tmpdir(), "doctor-"));
  const outputs = JSON.stringify({ ...OUTPUTS, codeGraderApiInvokeUrl: service.url });
  const script = `#!/bin/sh\n[ "$1" = stack ] && echo '${outputs}'\n[ "$1" != preview ]\n`;
  await writeFile(join(folder, "pulumi"), script, { mode: 0o755 });
});
afterAll(async () => {
  await aws.close();
  await service.close();
  await rm(folder, { recursive: true });
});

it("looks at a stack with the operator's own Pulumi and credentials", async () => {
  const grader = spawn(
    process.execPath,
    ["--import", "tsx", join(ROOT, "cli/grader.ts"), "doctor", "--stack", "prod"],
    {
      cwd: ROOT,
      env: {
        PATH: pathFrom(folder),
        AWS_ENDPOINT_URL: aws.url,
        AWS_ACCESS_KEY_ID: "operator",
        AWS_SECRET_ACCESS_KEY: "secret",
      },
      stdio: ["ignore", "pipe", "pipe"],
    },
  );
  const [out, , [status]] = await Promise.all([
    text(grader.stdout),
    text(grader.stderr),
    once(grader, "close"),
  ]);
  expect(status).toBe(1);
  const lines = out.trimEnd().split("\n");
  const said = (pattern: RegExp) => expect(lines).toContainEqual(expect.stringMatching(pattern));
  said(/^ok {4}identity .*Account 123456789012/);
  said(/^ok {4}tables .*with its 6 indexes/);
  // What these credentials may not ask is not called wrong.
  said(/^skip {2}statements .*may not look at it/);
  said(/^FAIL {2}alarms .*There are no alarms/);
  said(/^FAIL {2}preview /);
  said(/^ +\$ npx pulumi preview --stack prod$/);
}, 60_000);
