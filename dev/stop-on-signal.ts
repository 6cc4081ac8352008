/** Under npm one Ctrl-C comes twice: npm passes on what the terminal has sent to all of them. */
const ONE_CTRL_C_MS = 1000;

/** At Ctrl-C ends the process with 0 once everything is stopped; the next Ctrl-C does not wait for it. */
export function stopOnSignal(stop: () => Promise<void>): void {
  let since: number | undefined;
  const handleSignal = () => {
    if (since === undefined) {
      since = performance.now();
      stop().then(
        () => process.exit(0),
        (error: unknown) => {
          console.error("Stopping failed:", error instanceof Error ? error.message : error);
          process.exit(1);
        },
      );
    } else if (performance.now() - since > ONE_CTRL_C_MS) {
      process.exit(130);
    }
  };
  process.on("SIGINT", handleSignal);
  process.on("SIGTERM", handleSignal);
}
