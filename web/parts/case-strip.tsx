import type { ShownStatus } from "../results/shown-case.js";

/** More would be noise. */
export const MOST_IN_STRIP = 120;

interface CaseStripProps {
  /** Of each case in its order, undefined while it has not ended. */
  readonly statuses: readonly (ShownStatus | undefined)[];
}

/** All cases of a run that goes on at a glance, for who sees them: a square each, in the colour of its status. */
export function CaseStrip({ statuses }: CaseStripProps) {
  if (statuses.length < 2 || statuses.length > MOST_IN_STRIP) return null;
  return (
    <div class="strip" aria-hidden="true">
      {statuses.map((status, index) => (
        <i key={index} data-status={status} />
      ))}
    </div>
  );
}
