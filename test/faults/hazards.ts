import { setTimeout as delay } from "node:timers/promises";
import type { CallName, Fault } from "../support/http/fault-proxy.js";
import { json, page, refusal } from "./made-up-answers.js";

/** Something that can happen to a call. */
export interface Hazard {
  /** Completes the sentence "a call that …". */
  readonly title: string;
  readonly fault: Fault;
  /** The calls after which all goes on as if it had not been, by a retry or because it is harmless. */
  readonly survivedAt: readonly CallName[];
  /** Whether it befalls every later call of the same dependency as well. */
  readonly lasts?: true;
  /** Where faults are combined, it stands for all that end alike. */
  readonly isTypical?: true;
  /** What it makes of the executor when that is more than the death of one invocation. */
  readonly executor?: "silent" | "busy";
}

const SLOW_MS = 100;
const DROP_EVERY_MS = 200;

const drop: Fault = (exchange) => exchange.drop();

const silence: Fault = async (exchange) => {
  await exchange.hungUp;
};

const throttled = refusal(429, "TooManyRequestsException");

const EVERYWHERE = ["Jwks", "GetItem", "Invoke", "PutItem"] as const;
const BY_RETRY = ["Jwks", "GetItem", "PutItem"] as const;
const BY_AWS_RETRY = ["GetItem", "Invoke", "PutItem"] as const;
const BY_DYNAMO_RETRY = ["GetItem", "PutItem"] as const;
const NOWHERE = [] as const;

export const HAZARDS: readonly Hazard[] = [
  {
    title: "is broken off before it goes through",
    isTypical: true,
    fault: drop,
    survivedAt: EVERYWHERE,
  },
  {
    title: "is carried out and broken off before the answer",
    isTypical: true,
    survivedAt: EVERYWHERE,
    async fault(exchange) {
      await exchange.carryOut();
      exchange.drop();
    },
  },
  {
    title: "is slow",
    survivedAt: EVERYWHERE,
    async fault(exchange) {
      await delay(SLOW_MS);
      exchange.answer(await exchange.carryOut());
    },
  },
  {
    title: "gets no answer",
    survivedAt: BY_RETRY,
    fault: silence,
  },
  {
    title: "is carried out when nobody waits for it any more",
    isTypical: true,
    survivedAt: BY_RETRY,
    async fault(exchange) {
      await exchange.hungUp;
      await exchange.carryOut();
    },
  },
  {
    title: "is answered up to the middle and broken off",
    survivedAt: BY_RETRY,
    async fault(exchange) {
      await exchange.answerHalf(await exchange.carryOut());
      exchange.drop();
    },
  },
  {
    title: "is answered up to the middle and no further",
    isTypical: true,
    survivedAt: BY_RETRY,
    executor: "silent",
    async fault(exchange) {
      await exchange.answerHalf(await exchange.carryOut());
      await exchange.hungUp;
    },
  },
  {
    title: "is answered in drops",
    survivedAt: ["Jwks"],
    executor: "silent",
    async fault(exchange) {
      await exchange.answerInDrops(await exchange.carryOut(), DROP_EVERY_MS);
    },
  },
  {
    title: "is answered by half of the text as if that were all",
    isTypical: true,
    survivedAt: NOWHERE,
    async fault(exchange) {
      const reply = await exchange.carryOut();
      exchange.answer({ ...reply, body: reply.body.subarray(0, reply.body.length >> 1) });
    },
  },
  {
    title: "is carried out twice",
    isTypical: true,
    survivedAt: EVERYWHERE,
    async fault(exchange) {
      await exchange.carryOut();
      exchange.answer(await exchange.carryOut());
    },
  },
  {
    title: "is carried out and answered 500",
    survivedAt: BY_DYNAMO_RETRY,
    async fault(exchange) {
      await exchange.carryOut();
      await refusal(500, "InternalServerError")(exchange);
    },
  },
  {
    title: "is refused",
    isTypical: true,
    fault: refusal(400, "ValidationException"),
    survivedAt: NOWHERE,
  },
  {
    title: "is refused for its rights",
    fault: refusal(400, "AccessDeniedException"),
    survivedAt: NOWHERE,
  },
  {
    title: "exceeds the provisioned throughput",
    fault: refusal(400, "ProvisionedThroughputExceededException"),
    survivedAt: BY_AWS_RETRY,
  },
  {
    title: "is throttled by another name",
    fault: refusal(400, "ThrottlingException"),
    survivedAt: BY_AWS_RETRY,
  },
  {
    title: "is throttled",
    isTypical: true,
    fault: throttled,
    survivedAt: BY_AWS_RETRY,
  },
  {
    title: "is throttled for longer than there is time",
    fault: refusal(429, "TooManyRequestsException", { "retry-after": "4" }),
    survivedAt: ["Invoke"],
  },
  {
    title: "is answered 500",
    fault: refusal(500, "InternalServerError"),
    survivedAt: BY_DYNAMO_RETRY,
  },
  {
    title: "is answered 503",
    fault: refusal(503, "ServiceUnavailable"),
    survivedAt: BY_DYNAMO_RETRY,
  },
  { title: "is answered by a page with 429", fault: page(429), survivedAt: BY_AWS_RETRY },
  { title: "is answered by a page with 503", fault: page(503), survivedAt: BY_DYNAMO_RETRY },
  {
    title: "is answered by a page with 200",
    fault: page(200),
    survivedAt: NOWHERE,
  },
  { title: "is answered by nothing with 200", fault: json(""), survivedAt: NOWHERE },
  { title: "is answered by null", fault: json("null"), survivedAt: NOWHERE },
  { title: "is answered by an empty object", fault: json("{}"), survivedAt: NOWHERE },
  {
    title: "is answered by what is for another caller",
    fault: json('{"Item":{"problemId":{"S":"another"}},"results":[],"keys":[]}'),
    survivedAt: NOWHERE,
  },
  {
    title: "finds its dependency gone",
    isTypical: true,
    fault: drop,
    survivedAt: NOWHERE,
    lasts: true,
    executor: "silent",
  },
  {
    title: "finds its dependency silent",
    fault: silence,
    survivedAt: NOWHERE,
    lasts: true,
    executor: "silent",
  },
  {
    title: "finds its dependency throttled",
    fault: throttled,
    survivedAt: NOWHERE,
    lasts: true,
    executor: "busy",
  },
];
