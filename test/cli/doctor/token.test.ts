import { expect, it } from "vitest";
import { token } from "../../../cli/doctor/token.js";
import { examine, examineService, json, refusal } from "../../support/cli/examine.js";

const answering = (answer: () => Response) => examineService(token, answer, { token: "t" });

it("holds where the list of problems is answered", async () => {
  const [finding] = await answering(() => json({ items: [], count: 3, lastEvaluatedKey: null }));
  expect(finding).toEqual({ kind: "holds", sentence: "It is taken. 3 problems are listed." });
});

it("holds where problems are not listed at all", async () => {
  expect((await answering(() => refusal(404, "NotFound")))[0]?.kind).toBe("holds");
});

it.each([
  ["an expired one", refusal(401, "Unauthorized"), "an hour old at most", "node -p"],
  [
    "pool out of reach",
    refusal(503, "IdentityProviderUnavailable"),
    "503 Identity",
    "aws logs tail",
  ],
])("fails with %s", async (_, answer, sentence, command) => {
  const [finding] = await answering(() => answer);
  expect(finding).toMatchObject({ kind: "fails", command: expect.stringContaining(command) });
  expect(finding?.sentence).toContain(sentence);
});

it("is left out without one", async () => {
  const [finding] = await examine(token, { service: new URL("http://127.0.0.1:9") });
  expect(finding).toMatchObject({ kind: "skipped" });
  expect(finding?.sentence).toContain("--token");
});
