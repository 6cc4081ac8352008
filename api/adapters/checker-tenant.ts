/**
 * The tenant whose environments run a problem's checker, which sees expected outputs. No user's id has
 * a slash, and any problem's id makes a valid one.
 */
export async function checkerTenantId(problemId: string): Promise<string> {
  const bytes = new TextEncoder().encode(problemId);
  const digest = await crypto.subtle.digest("SHA-256", bytes);
  return `checker/${Buffer.from(digest).toString("hex").slice(0, 32)}`;
}
