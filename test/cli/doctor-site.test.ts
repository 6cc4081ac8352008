import { afterAll, beforeAll, expect, it } from "vitest";
import type { StageReport } from "../../cli/doctor/run-stages.js";
import { type LocalSite, startLocalSite } from "../support/aws/local-site.js";
import { runCommand } from "../support/cli/run-command.js";

let site: LocalSite;
beforeAll(async () => {
  site = await startLocalSite();
}, 120_000);
afterAll(() => site.close());

it("finds well what the stack declares, seen from outside", async () => {
  const { out } = await runCommand(["doctor", "--url", site.url, "--json"], { env: {} });
  const { stages }: { stages: readonly StageReport[] } = JSON.parse(out);
  const kindsOf = (name: string) =>
    stages.find(({ stage }) => stage === name)?.findings.map(({ kind }) => kind);
  for (const name of ["health", "security headers", "error headers", "page", "token required"]) {
    expect([name, kindsOf(name)]).toEqual([name, ["holds"]]);
  }
  // This one is not CloudFront, and says so by having none of its headers.
  expect(kindsOf("edge")).toEqual(["fails"]);
}, 60_000);
