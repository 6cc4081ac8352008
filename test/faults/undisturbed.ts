import { monitorEventLoopDelay } from "node:perf_hooks";

/** A process that stands still for so long can miss production's time-outs, the shortest 0.5 s. */
const STANDSTILL_NS = 150e6;

const MOST_TRIES = 5;

/**
 * Runs it, and again if it failed while the machine kept this process from its work: then a healthy
 * call may have run into a time-out, as if one more fault had been.
 */
export async function undisturbed<Outcome>(run: () => Promise<Outcome>): Promise<Outcome> {
  for (let tries = 1; ; tries += 1) {
    const delay = monitorEventLoopDelay({ resolution: 10 });
    delay.enable();
    try {
      return await run();
    } catch (error) {
      if (tries === MOST_TRIES || delay.max < STANDSTILL_NS) throw error;
    } finally {
      delay.disable();
    }
  }
}
