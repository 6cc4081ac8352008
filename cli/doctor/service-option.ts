import type { Known } from "./known.js";

/** How another command of this tool is told which service is meant; by an address alone it cannot be. */
export function serviceOption({ stack, deployed, service }: Known): string[] {
  if (stack !== undefined) return ["--stack", stack];
  return deployed || service === undefined ? ["--help"] : ["--endpoint", service.origin];
}
