import fc from "fast-check";
import type { Comparison } from "../../api/domain/judge.js";
import { type JsonNode, nodesOf, replaced, write } from "./json-node.js";
import { jsonArrayNode, jsonNode, jsonText, space } from "./json-texts.js";
import {
  type Change,
  changesWithinEpsilon,
  gentleScalarChanges,
  harshScalarChanges,
} from "./scalar-changes.js";
import { gentleShapeChanges, harshShapeChanges, reorderedElements } from "./shape-changes.js";
import { gentleWordChanges, harshWordChanges } from "./word-changes.js";
import { wordsNode } from "./word-texts.js";
import type { Tolerances } from "./written-number.js";

/** What a judge is asked about: two JSON texts, and how far off it lets numbers be. */
export interface Pair extends Tolerances {
  readonly actual: string;
  readonly expected: string;
}

const words = (text: string) => text.split(" ");

const EPSILONS = [
  ...words("0.000001 1e-6 0 1 0.5 1e-9 1e-40 1e300 5e-324 1e-400 2.50 -0 +1e-3 .5 5. 007"),
  ...words("0.1000000000000000055511151231257827 123456789012345678901234567890"),
];

const RELATIVE_EPSILONS = words("0 1e-9 0.000001 1e-3 .5 1 1.5 1e-30 0.1000000000000000055511151");

const absoluteOnly: fc.Arbitrary<Tolerances> = fc
  .constantFrom(...EPSILONS)
  .map((epsilon) => ({ epsilon, relativeEpsilon: null }));

const eitherOrBoth: fc.Arbitrary<Tolerances> = fc.record({
  epsilon: fc.option(fc.constantFrom(...EPSILONS), { freq: 2 }),
  relativeEpsilon: fc.option(fc.constantFrom(...RELATIVE_EPSILONS), { freq: 2 }),
});

/** A change at the node that `where` counts to, among those that it applies to. */
interface Step {
  readonly change: Change;
  readonly where: number;
  readonly choice: number;
}

const steps = (changes: readonly Change[], lengths: { minLength: number; maxLength: number }) =>
  fc.array(
    fc.record<Step>({
      change: fc.constantFrom(...changes),
      where: fc.oneof(fc.constant(0), fc.nat({ max: 40 })),
      choice: fc.nat({ max: 200 }),
    }),
    lengths,
  );

function changed(root: JsonNode, { change, where, choice }: Step, within: Tolerances): JsonNode {
  const changes = nodesOf(root).flatMap((node, place) => {
    const by = change(node, choice, within);
    return by === undefined ? [] : [{ place, by }];
  });
  const chosen = changes[where % changes.length];
  return chosen === undefined ? root : replaced(root, chosen.place, chosen.by);
}

/** Changes that a judge of this type should mostly overlook. */
const FORGIVEN: Readonly<Record<Comparison["type"], readonly Change[]>> = {
  equal: [],
  one_of: [],
  unordered_equal: [reorderedElements, reorderedElements, reorderedElements],
  unordered_deep: [reorderedElements, reorderedElements, reorderedElements],
  float_eps: changesWithinEpsilon,
  tokens: [],
};

/** Two values that are nearly the same, about half of them changed in forgiven ways only. */
function nearPairs(
  value: fc.Arbitrary<JsonNode>,
  gentle: readonly Change[],
  harsh: readonly Change[],
  tolerances: fc.Arbitrary<Tolerances>,
): fc.Arbitrary<Pair> {
  return fc
    .record({
      value,
      gentleSteps: steps(gentle, { minLength: 1, maxLength: 4 }),
      harshSteps: fc.oneof(fc.constant([]), steps(harsh, { minLength: 1, maxLength: 2 })),
      actualSpace: space,
      expectedSpace: space,
      within: tolerances,
    })
    .map(({ value, gentleSteps, harshSteps, actualSpace, expectedSpace, within }) => {
      const near = [...gentleSteps, ...harshSteps].reduce(
        (node, step) => changed(node, step, within),
        value,
      );
      return {
        actual: write(near, actualSpace),
        expected: write(value, expectedSpace),
        ...within,
      };
    });
}

/** The expected value among others, in most of them. */
function amongAnswers(pair: fc.Arbitrary<Pair>): fc.Arbitrary<Pair> {
  return fc
    .record({ pair, others: fc.array(jsonText, { maxLength: 4 }), at: fc.nat({ max: 40 }) })
    .map(({ pair: { expected, ...rest }, others, at }) => ({
      ...rest,
      expected:
        at === 0 ? expected : `[${others.toSpliced(at % (others.length + 1), 0, expected)}]`,
    }));
}

/**
 * Pairs of values that are nearly the same, about half of them changed in forgiven ways only;
 * with an absolute epsilon alone unless `isRelative`.
 */
export function pairs(type: Comparison["type"], isRelative = false): fc.Arbitrary<Pair> {
  const tolerances = isRelative ? eitherOrBoth : absoluteOnly;
  const arrays = type === "unordered_equal" ? 9 : 1;
  const value = fc.oneof(
    { weight: arrays, arbitrary: jsonArrayNode },
    { weight: 1, arbitrary: jsonNode },
  );
  const gentle = [...gentleScalarChanges, ...gentleShapeChanges, ...FORGIVEN[type]];
  const harsh = [...harshScalarChanges, ...harshShapeChanges];
  switch (type) {
    case "tokens": {
      const texts = fc.oneof(
        { weight: 9, arbitrary: wordsNode },
        { weight: 1, arbitrary: jsonNode },
      );
      return nearPairs(texts, gentleWordChanges, harshWordChanges, tolerances);
    }
    case "one_of":
      return amongAnswers(nearPairs(value, gentle, harsh, tolerances));
    case "equal":
    case "unordered_equal":
    case "unordered_deep":
    case "float_eps":
      return nearPairs(value, gentle, harsh, tolerances);
  }
}
