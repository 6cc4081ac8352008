import type { Call, FaultPlan } from "../support/http/fault-proxy.js";
import { HAZARDS, type Hazard } from "./hazards.js";

/** The calls that the exam takes when nothing happens. */
export const CALLS: readonly Call[] = [
  { name: "Jwks", nth: 1 },
  { name: "GetItem", nth: 1 },
  { name: "Invoke", nth: 1 },
  { name: "Invoke", nth: 2 },
  { name: "PutItem", nth: 1 },
];

/** A hazard at a call. */
export interface Placement {
  readonly call: Call;
  readonly hazard: Hazard;
  /** Such as "GetItem 1 is slow". */
  readonly title: string;
}

/** Each of the hazards at each of the calls. */
export function placementsAt(
  calls: readonly Call[],
  hazards: readonly Hazard[] = HAZARDS,
): readonly Placement[] {
  return calls.flatMap((call) =>
    hazards.map((hazard) => ({ call, hazard, title: `${call.name} ${call.nth} ${hazard.title}` })),
  );
}

/** Rows for `it.each`, whose `%s` neither quotes nor shortens. */
export function titled(
  placements: readonly Placement[],
): readonly (readonly [string, Placement])[] {
  return placements.map((placement) => [placement.title, placement]);
}

/** Where two placements reach the same call, the later one counts. */
export function planOf(placements: readonly Placement[]): FaultPlan {
  return (call) => placements.findLast((placement) => reaches(placement, call))?.hazard.fault;
}

function reaches({ call, hazard }: Placement, { name, nth }: Call): boolean {
  if (hazard.lasts === undefined) return name === call.name && nth === call.nth;
  if (call.name === "GetItem" && name === "PutItem") return true;
  return name === call.name && nth >= call.nth;
}
