import fc from "fast-check";
import type { JudgeType } from "../../api/domain/judge.js";
import { type JsonNode, nodesOf, replaced, write } from "./json-node.js";
import { jsonArrayNode, jsonNode, space } from "./json-texts.js";
import {
  type Change,
  changesWithinEpsilon,
  gentleScalarChanges,
  harshScalarChanges,
} from "./scalar-changes.js";
import { gentleShapeChanges, harshShapeChanges, reorderedElements } from "./shape-changes.js";

/** What a judge is asked about: two JSON texts, and the epsilon that `float_eps` goes by. */
export interface Pair {
  readonly actual: string;
  readonly expected: string;
  readonly epsilon: string;
}

const EPSILONS = [
  ...[
    "0.000001",
    "1e-6",
    "0",
    "1",
    "0.5",
    "1e-9",
    "1e-40",
    "1e300",
    "5e-324",
    "1e-400",
    "2.50",
    "-0",
  ],
  ...[
    "+1e-3",
    ".5",
    "5.",
    "007",
    "0.1000000000000000055511151231257827",
    "123456789012345678901234567890",
  ],
];

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

function changed(root: JsonNode, { change, where, choice }: Step, epsilon: string): JsonNode {
  const changes = nodesOf(root).flatMap((node, place) => {
    const by = change(node, choice, epsilon);
    return by === undefined ? [] : [{ place, by }];
  });
  const chosen = changes[where % changes.length];
  return chosen === undefined ? root : replaced(root, chosen.place, chosen.by);
}

/** Changes that a judge of this type should mostly overlook. */
const FORGIVEN: Readonly<Record<JudgeType, readonly Change[]>> = {
  equal: [],
  unordered_equal: [reorderedElements, reorderedElements, reorderedElements],
  float_eps: changesWithinEpsilon,
};

/** Pairs of values that are nearly the same, about half of them changed in forgiven ways only. */
export function pairs(judgeType: JudgeType): fc.Arbitrary<Pair> {
  const arrays = judgeType === "unordered_equal" ? 9 : 1;
  const gentle = [...gentleScalarChanges, ...gentleShapeChanges, ...FORGIVEN[judgeType]];
  const harsh = [...harshScalarChanges, ...harshShapeChanges];
  return fc
    .record({
      value: fc.oneof(
        { weight: arrays, arbitrary: jsonArrayNode },
        { weight: 1, arbitrary: jsonNode },
      ),
      gentleSteps: steps(gentle, { minLength: 1, maxLength: 4 }),
      harshSteps: fc.oneof(fc.constant([]), steps(harsh, { minLength: 1, maxLength: 2 })),
      actualSpace: space,
      expectedSpace: space,
      epsilon: fc.constantFrom(...EPSILONS),
    })
    .map(({ value, gentleSteps, harshSteps, actualSpace, expectedSpace, epsilon }) => {
      const near = [...gentleSteps, ...harshSteps].reduce(
        (node, step) => changed(node, step, epsilon),
        value,
      );
      return {
        actual: write(near, actualSpace),
        expected: write(value, expectedSpace),
        epsilon,
      };
    });
}
