// Loads the built function as Lambda does and hands it one event after another, as they are sent.
import { createRequire } from "node:module";

const { handler } = createRequire(import.meta.url)(process.argv[2]);
process.on("disconnect", () => process.exit(0));
process.on("message", async ({ event, requestId, remainingMs }) => {
  const context = { awsRequestId: requestId, getRemainingTimeInMillis: () => remainingMs };
  process.send(await handler(event, context));
});
