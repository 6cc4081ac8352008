import type { ExecutorWorld } from "./executor-world.js";
import { processesOf, type SeenProcess } from "./surroundings.js";

export type Role = "handler" | "zygote" | "waiting" | "node" | "stranger";

/** Every process of the world, and what it is there. */
export function serving(world: ExecutorWorld): (SeenProcess & { role: Role })[] {
  const handlers = new Set(world.environments().map(({ pid }) => pid));
  const all = processesOf(world.ownUid ?? process.getuid?.() ?? 0);
  const zygotes = new Set(all.filter(({ parent }) => handlers.has(parent)).map(({ pid }) => pid));
  const roleOf = ({ pid, parent, command }: SeenProcess): Role => {
    if (handlers.has(pid)) return "handler";
    if (handlers.has(parent) && command.startsWith("node ")) return "node";
    if (zygotes.has(pid)) return "zygote";
    return zygotes.has(parent) ? "waiting" : "stranger";
  };
  const seen = all.map((one) => ({ ...one, role: roleOf(one) }));
  // A developer's own processes are no strangers; those that came from here name their program.
  if (world.ownUid === undefined) return seen.filter(({ role }) => role !== "stranger");
  return seen;
}
