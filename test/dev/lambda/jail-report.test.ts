import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { reportJail } from "../../../dev/lambda/jail-report.js";
import { localPython } from "../../support/world.js";
import { env } from "./lambda-fixture.js";

it("says which layers hold on this machine, and that none of the needed ones is open", async () => {
  const report = await reportJail(localPython().path, process.execPath, env);
  expect(report).toMatch(/^Jail: closed are files, network/);
  expect(report).toContain("Around JavaScript: closed are files, fileSize, processes, memory");
  expect(report).not.toMatch(/(?:code|JavaScript) can open files/);
  expect(report).not.toContain("The self-test says");
});

it("warns when the self-test cannot run", async () => {
  const report = await reportJail("/no/such/python", process.execPath, env);
  expect(report).toContain("run only code that you trust");
});

it("says so where JavaScript is not run", async () => {
  const report = await reportJail(localPython().path, "/no/such/node", env);
  expect(report).toMatch(/^Jail: closed are files.* JavaScript is not run here/);
});

it("says what is open around JavaScript when its process does not come up", async () => {
  const folder = await mkdtemp(join(tmpdir(), "no-node-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  const noNode = join(folder, "node");
  await writeFile(noNode, "#!/bin/false\n", { mode: 0o755 });
  const report = await reportJail(localPython().path, noNode, env);
  expect(report).toMatch(
    /Around JavaScript: closed are none\. Open here: JavaScript can open files; /,
  );
  expect(report).toContain("The self-test says: The executor could not start the code");
});
