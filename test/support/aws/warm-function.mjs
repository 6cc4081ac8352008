// Loads the built function as Lambda does and hands it one event after another, as they are sent.
import { createRequire } from "node:module";
import { invoke } from "./runtime-client.mjs";

const { handler } = createRequire(import.meta.url)(process.argv[2]);
process.on("disconnect", () => process.exit(0));
process.on("message", async ({ event, requestId, remainingMs, responseUrl }) => {
  const context = { awsRequestId: requestId, getRemainingTimeInMillis: () => remainingMs };
  try {
    await invoke(handler, event, context, responseUrl);
    process.send({ requestId });
  } catch (error) {
    process.send({ requestId, error: String(error) });
  }
});
