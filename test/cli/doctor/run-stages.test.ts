import { expect, it } from "vitest";
import { type Finding, fails, holds } from "../../../cli/doctor/finding.js";
import type { Known } from "../../../cli/doctor/known.js";
import { runStages } from "../../../cli/doctor/run-stages.js";
import { type Stage, stage } from "../../../cli/doctor/stage.js";
import { STAGES, STAGES_BEFORE_UP } from "../../../cli/doctor/stages.js";

const known: Known = {
  env: {},
  folder: "/",
  signal: new AbortController().signal,
  service: new URL("http://127.0.0.1:9"),
};

async function run(stages: readonly Stage[], facts: Partial<Known> = {}) {
  const found: Finding[] = [];
  for await (const { findings } of runStages(stages, { ...known, ...facts }))
    found.push(...findings);
  return found;
}

const first = (finding: Finding) =>
  stage({ name: "first", needs: ["service"], proves: "service", run: () => [finding] });
const second = stage({ name: "second", needs: ["service"], run: () => [holds("It ran.")] });

it("relies on nothing that has failed, and says which stage that was", async () => {
  expect(await run([first(holds("Fine.")), second])).toEqual([holds("Fine."), holds("It ran.")]);
  expect(await run([first(fails("Broken.", "mend it")), second])).toEqual([
    fails("Broken.", "mend it"),
    { kind: "skipped", sentence: 'Not looked at, since "first" failed.' },
  ]);
});

it("says what a stage would have needed", async () => {
  const [finding] = await run([stage({ name: "third", needs: ["token"], run: () => [] })]);
  expect(finding).toEqual({
    kind: "skipped",
    sentence:
      "Not looked at, since it takes an ID token: --token <token>, or the variable GRADER_TOKEN.",
  });
});

it("goes on after a stage that fell over, and tells its error", async () => {
  const broken = stage({
    name: "broken",
    needs: [],
    run: () => {
      throw Object.assign(new Error("connect ECONNREFUSED"), { code: "ECONNREFUSED" });
    },
  });
  const [failure, next] = await run([broken, second]);
  expect(failure).toMatchObject({ kind: "fails" });
  expect(failure?.sentence).toContain("Nothing answers there");
  expect(next?.kind).toBe("holds");
});

it("stops at Ctrl-C", async () => {
  const controller = new AbortController();
  const interrupted = stage({
    name: "interrupted",
    needs: [],
    run: () => {
      controller.abort();
      throw new Error("whatever was under way");
    },
  });
  await expect(run([interrupted, second], { signal: controller.signal })).rejects.toThrow();
});

it("has a name of its own for each stage", () => {
  for (const stages of [STAGES, STAGES_BEFORE_UP]) {
    expect(new Set(stages.map(({ name }) => name)).size).toBe(stages.length);
  }
});
