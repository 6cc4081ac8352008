/** Of a problem that is in the list, before the others. */
export const LISTED = { listed: "Y", createdAt: "2030-01-01T09:00:00Z" } as const;
