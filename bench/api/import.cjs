// Prints how many milliseconds it takes to load the file that it is given, in a process that is new.
// Lambda's runtime has put it there before it loads a function.
globalThis.awslambda = { streamifyResponse: (handler) => handler };
const startedAt = performance.now();
require(process.argv[2]);
process.stdout.write(String(performance.now() - startedAt));
