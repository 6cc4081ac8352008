/** Synchronous request payload, from the Lambda quotas. */
export const MAX_REQUEST_BYTES = 6 * 1024 * 1024;

/** Lambda documents 6 MB for an answer too, but enforces (and prints) 100 bytes more. */
export const MAX_RESPONSE_BYTES = 6 * 1024 * 1024 + 100;
