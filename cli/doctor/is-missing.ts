/** Whether AWS says that what was asked for is not there. */
export function isMissing(error: unknown): boolean {
  return error instanceof Error && error.name === "ResourceNotFoundException";
}
