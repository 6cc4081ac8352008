import { cpus, loadavg } from "node:os";

/** What a figure means little without: the machine, and how busy others keep it. */
export function describeMachine(): string {
  const load = loadavg()[0]?.toFixed(1);
  const cores = `${cpus().length} × ${cpus()[0]?.model ?? "unknown"}`;
  return `${cores}, Node ${process.version}, load before the start ${load}`;
}
