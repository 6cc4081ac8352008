import { afterEach, describe, expect, it, vi } from "vitest";
import { gradedCase, type ShownCase } from "../../web/results/shown-case.js";
import type { Action } from "../../web/state/action.js";
import { reduceRun } from "../../web/state/reduce-run.js";
import { NO_PROGRESS, type Run } from "../../web/state/state.js";
import { tellOf } from "../../web/state/tell-of.js";

type Running = Extract<Run, { readonly kind: "running" }>;

const RUNNING: Running = {
  kind: "running",
  what: "submit",
  of: "submission",
  id: 7,
  progress: NO_PROGRESS,
};

function caseOf(caseNumber: number): ShownCase {
  const result = { caseNumber, executionTime: 0.01, stdout: null, stderr: null } as const;
  return gradedCase({ ...result, status: "ACCEPTED" }, "json");
}

afterEach(() => {
  vi.useRealTimers();
});

describe("a run that is under way", () => {
  it("gathers its cases by their numbers, in whichever order they end", () => {
    const begun = reduceRun(RUNNING, { type: "runBegan", id: 7, total: 3 }) as Running;
    const third = reduceRun(begun, { type: "casesEnded", id: 7, cases: [caseOf(3)] }) as Running;
    const all = [caseOf(1), caseOf(3)];
    const first = reduceRun(third, { type: "casesEnded", id: 7, cases: all }) as Running;
    expect(first.progress.total).toBe(3);
    expect([...first.progress.cases.keys()].toSorted()).toEqual([1, 3]);
    expect(third.progress.cases.size).toBe(1);
  });

  it("keeps what it has when its connection is lost, until it ends", () => {
    const one = reduceRun(RUNNING, { type: "casesEnded", id: 7, cases: [caseOf(1)] }) as Running;
    const lost = reduceRun(one, { type: "connectionLost", id: 7 }) as Running;
    expect([lost.progress.isLost, lost.progress.cases.size]).toEqual([true, 1]);
    const end = { kind: "cancelled", what: "submit" } as const;
    expect(reduceRun(lost, { type: "runEnded", id: 7, end })).toBe(end);
  });

  it("tells cases that end together at once, and every one of them", () => {
    vi.useFakeTimers();
    const actions: Action[] = [];
    const tell = tellOf((action) => actions.push(action), 7);
    tell.began(3);
    tell.caseEnded(caseOf(1));
    tell.caseEnded(caseOf(2));
    vi.runAllTimers();
    tell.caseEnded(caseOf(3));
    vi.runAllTimers();
    const told = actions.map((action) =>
      action.type === "casesEnded" ? action.cases.map(({ number }) => number) : action.type,
    );
    expect(told).toEqual(["runBegan", [1, 2], [3]]);
  });
});
