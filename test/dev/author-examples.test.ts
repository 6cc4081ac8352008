import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ATTRIBUTES, CASE_MEMBERS } from "../../cli/authoring/find-slips.js";
import { startWorld, type World } from "../support/world.js";

const PAGE = readFileSync(new URL("../../docs/problems.md", import.meta.url), "utf8");

/** Each problem of the page, with the solution that stands behind it. */
const EXAMPLES = [...PAGE.matchAll(/^```json\n(.*?)^```\n\n```python\n(.*?)^```$/gms)].map(
  ([, item = "", userCode = ""], index) => ({ item, userCode, problemId: `example-${index}` }),
);

/** What is named in the first column of the table below this heading. */
function namesBelow(heading: string): string[] {
  const section = PAGE.split(/^## /m).find((one) => one.startsWith(`${heading}\n`)) ?? "";
  const [table = ""] = /(?:^\|.*\n)+/m.exec(section) ?? [];
  const rows = table.trim().split("\n").slice(2);
  return rows.flatMap((row) =>
    [...(row.split("|")[1] ?? "").matchAll(/`(\w+)`/g)].map(([, name = ""]) => name),
  );
}

describe("docs/problems.md", () => {
  it("has every attribute that is read, and no other", () => {
    expect(namesBelow("Attributes").sort()).toEqual([...ATTRIBUTES].sort());
  });

  it("has every member of a test case", () => {
    const named = ["input", "expected_output", ...namesBelow("Test cases")];
    expect(named.sort()).toEqual([...CASE_MEMBERS].sort());
  });
});

describe("an example of docs/problems.md", () => {
  let world: World;

  beforeAll(async () => {
    world = await startWorld({ executor: "python" });
  });
  afterAll(() => world.close());

  it("has a solution, and is one of seven at least", () => {
    expect(EXAMPLES.length).toBe(PAGE.match(/^```json$/gm)?.length);
    expect(EXAMPLES.length).toBeGreaterThanOrEqual(7);
  });

  it.each(EXAMPLES)("can be sent as it stands, and is solved: $item", async (example) => {
    const { item, userCode, problemId } = example;
    const sent = await world.request(`/dev/problems/${problemId}`, {
      method: "PUT",
      headers: { "Content-Type": "application/json" },
      body: item,
    });
    expect([sent.status, sent.text]).toEqual([204, ""]);
    const { body } = await world.grade({ problemId, userCode });
    expect([body.status, body.score, body.errorMessage]).toEqual(["ACCEPTED", 100, null]);
    const other = await world.grade({ problemId, userCode: "def solution(x): return 'x'" });
    expect(other.body.status).not.toBe("ACCEPTED");
  });
});
