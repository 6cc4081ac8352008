import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { preview } from "../../../cli/doctor/preview.js";
import { examine } from "../../support/cli/examine.js";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "preview-"));
});
afterAll(() => rm(folder, { recursive: true }));

/** With a Pulumi that does as the script says. */
async function withPulumi(script: string) {
  const bin = await mkdtemp(join(folder, "bin-"));
  await writeFile(join(bin, "pulumi"), `#!/bin/sh\n${script}\n`, { mode: 0o755 });
  return examine(preview, { stack: "prod", folder, env: { PATH: `${bin}:/usr/bin:/bin` } });
}

it("holds where nothing would change", async () => {
  const said = '[ "$*" = "preview --expect-no-changes --stack prod --non-interactive" ]';
  expect((await withPulumi(said))[0]?.kind).toBe("holds");
});

it("fails where something would, and says how to see it", async () => {
  const said = "echo 'error: no changes were expected but changes were proposed' >&2; exit 255";
  const [finding] = await withPulumi(said);
  expect(finding).toMatchObject({
    kind: "fails",
    command: "npx pulumi preview --diff --stack prod",
  });
  expect(finding?.sentence).toContain("is not what this checkout");
});

it("fails where the preview does, with Pulumi's own words", async () => {
  const said = "echo 'error: The stack cannot be used: allowedOrigins is missing' >&2; exit 255";
  const [finding] = await withPulumi(said);
  expect(finding).toMatchObject({ kind: "fails", command: "npx pulumi preview --stack prod" });
  expect(finding?.sentence).toContain("allowedOrigins is missing");
});

it("is left out without Pulumi", async () => {
  const facts = { stack: "prod", folder, env: { PATH: folder } };
  expect((await examine(preview, facts))[0]?.kind).toBe("skipped");
});
