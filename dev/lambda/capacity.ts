import { availableParallelism, totalmem } from "node:os";

/** More runs at once than cores would only make each of them slower. */
export const CONCURRENCY = availableParallelism();
/** What is set aside for an environment; an idle one has about 35 MiB of its own. */
const ENVIRONMENT_BYTES = 64 * 1024 * 1024;
/**
 * Each belongs to one user, and starting one costs more than most submissions: there are as many as an
 * eighth of the memory holds.
 */
export const WARM_ENVIRONMENTS = Math.max(
  4 * CONCURRENCY,
  Math.floor(memoryBytes() / 8 / ENVIRONMENT_BYTES),
);
/** What waits, and for how long. */
export const BOUNDS = {
  concurrency: CONCURRENCY,
  maxQueued: 8 * CONCURRENCY,
  maxQueuedOfTenant: 4 * CONCURRENCY,
  queueTimeoutMs: 10_000,
};

/** Of the machine, or of the container where that is less. */
function memoryBytes(): number {
  return Math.min(totalmem(), process.constrainedMemory() || Number.POSITIVE_INFINITY);
}
