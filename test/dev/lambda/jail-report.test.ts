import { expect, it } from "vitest";
import { reportJail } from "../../../dev/lambda/jail-report.js";
import { localPython } from "../../support/world.js";

it("says which layers hold on this machine, and that none of the needed ones is open", async () => {
  const report = await reportJail(localPython().path);
  expect(report).toMatch(/^Jail: closed are files, network/);
  expect(report).not.toContain("code can open files");
  expect(report).not.toContain("The self-test says");
});

it("warns when the self-test cannot run", async () => {
  expect(await reportJail("/no/such/python")).toContain("run only code that you trust");
});
