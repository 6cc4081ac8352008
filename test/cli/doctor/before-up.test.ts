import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { region } from "../../../cli/doctor/region.js";
import { tenancy } from "../../../cli/doctor/tenancy.js";
import { tools } from "../../../cli/doctor/tools.js";
import { examine, kinds } from "../../support/cli/examine.js";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "tools-"));
});
afterAll(() => rm(folder, { recursive: true }));

it("needs a region", async () => {
  expect((await examine(region, { region: "ap-northeast-2" }))[0]?.kind).toBe("holds");
  expect(await examine(region)).toEqual([
    expect.objectContaining({ kind: "fails", command: expect.stringContaining("aws:region") }),
  ]);
});

it("says what a refusal of tenant isolation would look like, since nobody can ask", async () => {
  const [finding] = await examine(tenancy, { region: "ap-northeast-2" });
  expect(finding).toMatchObject({
    kind: "skipped",
    command: "npx pulumi config set tenantIsolation false",
  });
  expect(finding?.sentence).toContain("Tenancy configuration is not supported for this account");
});

it("fails in a region that has none", async () => {
  expect((await examine(tenancy, { region: "ap-southeast-6" }))[0]?.kind).toBe("fails");
});

const VERSIONS = {
  node: "v24.21.0",
  npm: "11.12.1",
  pulumi: "v3.265.0",
  tar: "tar (GNU tar) 1.34",
  npx: "",
};

/** A machine on which programs say these versions. */
async function machine(versions: Partial<Record<string, string>>) {
  const bin = await mkdtemp(join(folder, "bin-"));
  for (const [name, version] of Object.entries(versions)) {
    const script = version === "" ? "exit 1" : `echo '${version}'`;
    await writeFile(join(bin, name), `#!/bin/sh\n${script}\n`, { mode: 0o755 });
  }
  return { env: { PATH: bin }, folder };
}

it("holds with tools that are young enough", async () => {
  const findings = await examine(tools, await machine(VERSIONS));
  expect(kinds(findings)).toEqual(["holds", "holds", "holds", "holds"]);
});

it("fails with one that is too old, and says what to do", async () => {
  const [node] = await examine(tools, await machine({ ...VERSIONS, node: "v18.20.0" }));
  expect(node).toMatchObject({ kind: "fails", command: "https://nodejs.org" });
  expect(node?.sentence).toContain("v18.20.0 is too old: 20 or later");
});

it("fails without Pulumi", async () => {
  const { pulumi: _, ...others } = VERSIONS;
  const findings = await examine(tools, await machine(others));
  expect(findings).toContainEqual({
    kind: "fails",
    sentence: "Pulumi was not found.",
    command: "npm ci && npx pulumi version",
  });
});
