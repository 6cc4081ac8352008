// Loads the built function as Lambda does, hands it the event of standard input, prints its answer.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const { event, remainingMs } = JSON.parse(readFileSync(0, "utf8"));
const { handler } = createRequire(import.meta.url)(process.argv[2]);
// By a third parameter Lambda knows a handler with a callback, which Node.js 24 has no more.
if (handler.length > 2) throw new Error("Runtime.CallbackHandlerDeprecated");
const context = { awsRequestId: "request-1", getRemainingTimeInMillis: () => remainingMs };
const answer = await handler(event, context);
// The function logs to standard output, so the answer goes to a descriptor of its own.
const { writeSync } = await import("node:fs");
writeSync(3, JSON.stringify(answer));
process.exit(0);
