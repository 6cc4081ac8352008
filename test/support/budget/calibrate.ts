const ROUNDS = 3_000_000;

/**
 * Seconds of CPU that this machine needs, at this moment, for a fixed piece of work of the kind that
 * the suite does: short texts made, looked up and parsed.
 */
export function calibrate(): number {
  // A first time for the compiler alone.
  work();
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}

function work(): void {
  const seen = new Map<string, number>();
  let state = 1;
  for (let round = 0; round < ROUNDS; round += 1) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    const key = `case ${state >>> 20}`;
    seen.set(key, (seen.get(key) ?? 0) + Number.parseInt(key.slice(5), 10));
  }
  if (seen.size > 4096) throw new Error("There are 4096 keys at most.");
}
