/**
 * What a student sees of a case: `open` its outcome and what the code wrote, `sample` its values
 * besides, `hidden` neither.
 */
export const VISIBILITIES = ["open", "sample", "hidden"] as const;

export type Visibility = (typeof VISIBILITIES)[number];
