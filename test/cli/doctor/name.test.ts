import { expect, it } from "vitest";
import { name } from "../../../cli/doctor/name.js";
import { examine } from "../../support/cli/examine.js";

it("tells the addresses of a name", async () => {
  const [finding] = await examine(name, { service: new URL("http://localhost:1/") });
  expect(finding).toMatchObject({ kind: "holds" });
  expect(finding?.sentence).toMatch(/^localhost is (127\.0\.0\.1|::1)/);
});

it("fails where there is none, and says how to look", async () => {
  const [finding] = await examine(name, { service: new URL("https://grader.invalid") });
  expect(finding).toMatchObject({ kind: "fails", command: "dig +short grader.invalid" });
  expect(finding?.sentence).toMatch(/^grader\.invalid has no address/);
});

it("has nothing to look up of an address", async () => {
  const [finding] = await examine(name, { service: new URL("http://127.0.0.1:1/") });
  expect(finding?.kind).toBe("skipped");
});
