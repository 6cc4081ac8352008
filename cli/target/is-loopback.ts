const LOCAL = new Set(["localhost", "127.0.0.1", "[::1]"]);

/** Whether this is on this very machine. */
export function isLoopback({ hostname }: URL): boolean {
  return LOCAL.has(hostname);
}
