import { wantsAllFaults } from "../support/all-faults.js";
import { HAZARDS, type Hazard } from "./hazards.js";

/** The typical hazards; all of them where somebody has the time. */
export function hazardsToCombine(): readonly Hazard[] {
  return HAZARDS.filter(({ isTypical }) => isTypical || wantsAllFaults());
}
