/** Whether every fault is to be combined with every other one (FAULTS=all), and not typical ones alone. */
export function wantsAllFaults(): boolean {
  return process.env.FAULTS === "all";
}
