import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  failureOf,
  outcomeOf,
  payloadBytes,
  type SimulatedCase,
  simulateFanOut,
} from "./simulate-fan-out.js";

const LIMITS = { concurrentInvocations: 8, payloadBytes: 4 * 1024 * 1024 };
const ALL = Number.POSITIVE_INFINITY;

const caseOf = (...kinds: SimulatedCase["kind"][]): fc.Arbitrary<SimulatedCase> =>
  fc.record({
    kind: fc.constantFrom(...kinds),
    ms: fc.oneof(fc.nat(20), fc.nat(3000)),
    inputBytes: fc.nat(900),
  });

const limits = fc.record({
  concurrentInvocations: fc.integer({ min: 1, max: 10 }),
  payloadBytes: fc.integer({ min: 1100, max: 10_000 }),
});

const casesOf = (...kinds: SimulatedCase["kind"][]) =>
  fc.array(caseOf(...kinds), { maxLength: 60 });

const repeated = (count: number, ms: number, kind: SimulatedCase["kind"] = "returns") =>
  Array.from({ length: count }, () => ({ kind, ms, inputBytes: 10 }));

describe("FanOut", () => {
  it("gives every case its own outcome: none is lost, none is another's", () => {
    fc.assert(
      fc.property(casesOf("returns", "timesOut", "kills"), limits, (cases, given) => {
        const { outcomes, hasMore } = simulateFanOut(cases, given, ALL);
        const expected = cases.map(
          (_, index) => outcomeOf(index, cases) ?? { kind: "failed", failure: failureOf(index) },
        );
        expect(outcomes).toEqual(expected);
        expect(hasMore).toBe(false);
      }),
    );
  });

  it("has a case begun once, and once more only after its invocation died", () => {
    fc.assert(
      fc.property(casesOf("returns", "timesOut", "kills"), limits, (cases, given) => {
        const kills = (index: number) => cases[index]?.kind === "kills";
        const ran = simulateFanOut(cases, given, ALL).invocations.map(({ batch, begun }) =>
          batch.cases.slice(0, begun),
        );
        const answered = ran.filter((batch) => !batch.some(kills)).flat();
        const died = ran.filter((batch) => batch.some(kills)).flat();
        const count = (index: number, all: number[]) => all.filter((one) => one === index).length;
        for (const index of cases.keys()) {
          expect(count(index, answered)).toBe(kills(index) ? 0 : 1);
          // A culprit takes others with it once before it is sent alone.
          expect(count(index, died)).toBeLessThanOrEqual(kills(index) ? 2 : 1);
        }
      }),
    );
  });

  it("keeps every payload below its limit and never has too many invocations under way", () => {
    fc.assert(
      fc.property(casesOf("returns", "timesOut", "kills"), limits, (cases, given) => {
        const { invocations } = simulateFanOut(cases, given, ALL);
        for (const { batch, beganMs } of invocations) {
          if (batch.cases.length > 1) {
            expect(payloadBytes(batch, cases)).toBeLessThan(given.payloadBytes);
          }
          const atOnce = invocations.filter(
            (other) => other.beganMs <= beganMs && other.endedMs > beganMs,
          );
          expect(atOnce.length).toBeLessThanOrEqual(given.concurrentInvocations);
        }
      }),
    );
  });

  it("begins nothing beside the first invocation", () => {
    fc.assert(
      fc.property(casesOf("returns", "kills"), limits, (cases, given) => {
        const [first, ...others] = simulateFanOut(cases, given, ALL).invocations;
        for (const { beganMs } of others)
          expect(beganMs).toBeGreaterThanOrEqual(first?.endedMs ?? 0);
      }),
    );
  });

  it("begins no case once ten have exceeded their time, and says so of the rest", () => {
    fc.assert(
      fc.property(casesOf("returns", "timesOut"), limits, (cases, given) => {
        const { outcomes, invocations } = simulateFanOut(cases, given, 10);
        const timeOutsAt = invocations.flatMap(({ batch, begun, endedMs }) =>
          batch.cases
            .slice(0, begun)
            .filter((index) => cases[index]?.kind === "timesOut")
            .map(() => endedMs),
        );
        const enoughMs = timeOutsAt.toSorted((a, b) => a - b)[9] ?? Number.POSITIVE_INFINITY;
        for (const { beganMs } of invocations) expect(beganMs).toBeLessThanOrEqual(enoughMs);
        for (const [index, outcome] of outcomes.entries()) {
          if (outcome.kind === "notRun") expect(timeOutsAt.length).toBeGreaterThanOrEqual(10);
          else expect(outcome).toEqual(outcomeOf(index, cases));
        }
      }),
    );
  });

  it("takes ten time-outs for an endless loop, and the time of three", () => {
    for (const count of [20, 100]) {
      const { outcomes, invocations, tookMs } = simulateFanOut(
        repeated(count, 2000, "timesOut"),
        LIMITS,
        10,
      );
      expect(invocations.reduce((sum, { begun }) => sum + begun, 0)).toBe(10);
      expect(outcomes.filter(({ kind }) => kind === "notRun")).toHaveLength(count - 10);
      expect(tookMs).toBe(6000);
    }
  });

  it("sends nothing more of a source that does not compile", () => {
    const cases = [...repeated(1, 300, "doesNotCompile"), ...repeated(99, 300)];
    const { outcomes, invocations } = simulateFanOut(cases, LIMITS, 10);
    expect(invocations).toHaveLength(1);
    expect(outcomes).toEqual(Array(100).fill(outcomeOf(0, cases)));
  });

  it("takes one invocation for what is done within a quarter of a second", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100 }), (count) => {
        const ms = Math.floor(250 / count);
        expect(simulateFanOut(repeated(count, ms), LIMITS, ALL).invocations).toHaveLength(1);
      }),
    );
  });

  it("spreads what is slow: 20 cases of 100 ms take less than a third of their sum", () => {
    const { tookMs, invocations } = simulateFanOut(repeated(20, 100), LIMITS, ALL);
    expect(tookMs).toBeLessThan(2000 / 3);
    expect(invocations).toHaveLength(7);
  });

  it("gives an invocation no more than about a second and a half of work", () => {
    const { invocations } = simulateFanOut(repeated(1000, 100), LIMITS, ALL);
    for (const { beganMs, endedMs } of invocations) {
      expect(endedMs - beganMs).toBeLessThanOrEqual(1500);
    }
    expect(invocations.length).toBeLessThan(90);
  });
});
