import type { Placement } from "./placement.js";

/** Rows for `it.each`: the title, what is expected, and the placement itself. */
export function withOutcomes(placements: readonly Placement[]) {
  return placements.map((one) => [one.title, expectedOutcome(one), one] as const);
}

/** What a submission of the exam comes to with this on its way, and nothing else. */
function expectedOutcome({ call, hazard }: Placement): string {
  if (hazard.survivedAt.includes(call.name)) return "answered";
  switch (call.name) {
    case "Jwks":
      return "IdentityProviderUnavailable";
    case "GetItem":
      return "StorageUnavailable";
    case "PutItem":
      return "SubmissionNotSaved";
    case "Invoke":
      if (hazard.executor === "busy") return "ExecutorBusy";
      // Of three cases each is sent again by itself; of one there is nothing left to split.
      if (call.nth === 2) return "answered without 3";
      return hazard.executor === "silent" ? "answered without 1, 2, 3" : "answered";
  }
}
