// What Lambda's Node runtime does for a function that streams: its globals, and the stream that goes to the
// Runtime API while the function writes. After aws-lambda-ric 4, whose stream is a facade of a request too.
import { request } from "node:http";

const STREAMS = Symbol.for("aws.lambda.runtime.handler.streaming");

const HttpResponseStream = {
  from(stream, head) {
    stream.setContentType("application/vnd.awslambda.http-integration-response");
    stream._onBeforeFirstWrite = (write) => {
      write(JSON.stringify(head));
      write(new Uint8Array(8));
    };
    return stream;
  },
};

globalThis.awslambda = {
  streamifyResponse(handler) {
    handler[STREAMS] = "response";
    return handler;
  },
  HttpResponseStream,
};

const METHODS = [
  "cork",
  "destroy",
  "end",
  "uncork",
  "write",
  "addListener",
  "on",
  "once",
  "prependListener",
  "prependOnceListener",
  "off",
  "removeListener",
  "removeAllListeners",
  "setMaxListeners",
  "getMaxListeners",
  "listeners",
  "rawListeners",
  "listenerCount",
  "eventNames",
  "emit",
  "setContentType",
];
const READ_WRITE = ["destroyed", "_onBeforeFirstWrite"];
const READ_ONLY = [
  "writableFinished",
  "writableObjectMode",
  "writableEnded",
  "writableNeedDrain",
  "writableHighWaterMark",
  "writableCorked",
  "writableLength",
  "writable",
];

/** Hands the event to a function, whose answer goes to this address; resolves when both have ended. */
export async function invoke(handler, event, context, responseUrl) {
  if (handler[STREAMS] !== "response") throw new Error("The handler does not stream.");
  const { stream, taken } = openStream(responseUrl);
  await handler(event, stream, context);
  await taken;
  if (!stream.writableFinished) throw new Error("Response stream is not finished.");
}

function openStream(url) {
  const post = request(url, {
    method: "POST",
    headers: {
      "Lambda-Runtime-Function-Response-Mode": "streaming",
      "Content-Type": "application/octet-stream",
      "Transfer-Encoding": "chunked",
    },
  });
  const taken = new Promise((resolve, reject) => {
    post.once("response", (response) => response.resume().once("end", resolve));
    post.once("error", reject);
  });
  // Whoever awaits it is told.
  taken.catch(() => {});
  post.setContentType = (type) => post.setHeader("Content-Type", type);
  const write = post.write.bind(post);
  let isFirst = true;
  post.write = (chunk, ...others) => {
    if (isFirst) post._onBeforeFirstWrite?.((part) => write(part));
    isFirst = false;
    return write(chunk, ...others);
  };
  const stream = {};
  for (const name of METHODS) stream[name] = post[name].bind(post);
  for (const name of READ_WRITE) {
    Object.defineProperty(stream, name, {
      get: () => post[name],
      set: (value) => {
        post[name] = value;
      },
    });
  }
  for (const name of READ_ONLY) Object.defineProperty(stream, name, { get: () => post[name] });
  return { stream, taken };
}
