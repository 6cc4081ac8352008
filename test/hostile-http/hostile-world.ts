import { expect, type MockInstance, vi } from "vitest";
import { startDynamoDb } from "../../dev/dynamodb/dynamodb.js";
import { listen } from "../../dev/http/listen.js";
import { localOnly } from "../../dev/http/local-only.js";
import { PARSER_LIMITS, type ParserLimits } from "../../dev/http/parser-limits.js";
import { patientStores } from "../support/aws/patient-stores.js";
import type { Answer } from "../support/http/answer.js";
import { putEchoProblem } from "../support/http/post-grade.js";
import { sendRaw } from "../support/http/raw-http.js";
import { startWorld, type World, type WorldOptions } from "../support/world.js";
import { EXPECTED_OUTPUT, type Expected, expectAnswer, expectNoLeak } from "./expected.js";
import { type RequestParts, requestBytes } from "./request-bytes.js";

export interface HostileWorldOptions extends WorldOptions {
  readonly limits?: Partial<ParserLimits>;
  /** A good token's header where `settings.identity` is not the stack's own pool. */
  readonly authorization?: string;
}

/** The service as `npm run dev` serves it, for requests that no client would send. */
export interface HostileWorld {
  readonly world: World;
  readonly url: string;
  /** A good token's header. */
  readonly authorization: string;
  send(parts: RequestParts): Promise<Answer[]>;
  /** Sends it, holds the one answer to what is expected, and then does `expectUnharmed`. */
  expectAnswer(parts: RequestParts, expected: Expected): Promise<Answer>;
  /** An innocent request is served, and nothing has gone wrong inside. */
  expectUnharmed(): Promise<void>;
  close(): Promise<void>;
}

export async function startHostileWorld(options: HostileWorldOptions = {}): Promise<HostileWorld> {
  const { limits, authorization: given, ...others } = options;
  const dynamoDb = await startDynamoDb();
  const world = await startWorld({
    ...others,
    dynamoDbEndpoint: dynamoDb.endpoint,
    settings: { ...patientStores(dynamoDb.endpoint), ...others.settings },
  });
  await putEchoProblem(world, [EXPECTED_OUTPUT]);
  const listener = await listen(localOnly(world.stack.app.fetch), 0, {
    ...PARSER_LIMITS,
    ...limits,
  });
  const shouts = [vi.spyOn(console, "error"), vi.spyOn(console, "info")];
  const idToken = await world.stack.userPool.issueIdToken({ sub: "student-1", nickname: "One" });
  const authorization = given ?? `Bearer ${idToken}`;

  const send = (parts: RequestParts) => sendRaw(listener.url, requestBytes(parts, authorization));

  async function expectUnharmed() {
    const [answer] = await send({});
    expect(answer).toMatchObject({ status: 200, body: { status: "ACCEPTED" } });
    expectCalm(world, shouts);
  }

  return {
    world,
    url: listener.url,
    authorization,
    send,
    async expectAnswer(parts, expected) {
      const answers = (await send(parts)).filter(({ status }) => status !== 100);
      expect(answers).toHaveLength(1);
      const [answer] = answers as [Answer];
      expectAnswer(answer, expected);
      expectNoLeak(answer, tokensOf(requestBytes(parts, authorization)));
      await expectUnharmed();
      return answer;
    },
    expectUnharmed,
    async close() {
      for (const shout of shouts) shout.mockRestore();
      await listener.close();
      await world.close();
      await dynamoDb.close();
    },
  };
}

/** What looks like a token, or a good part of one. */
function tokensOf(bytes: Uint8Array): string[] {
  return (
    Buffer.from(bytes)
      .toString("latin1")
      .match(/eyJ[\w-]{10,}/g) ?? []
  );
}

/**
 * Since the last look, no request was taken for a fault of ours, nothing was printed past the log and
 * no prototype changed.
 */
function expectCalm(world: World, shouts: readonly MockInstance[]): void {
  const lines = world.logLines.splice(0);
  expect(lines.filter(({ status }) => Number(status) >= 500)).toEqual([]);
  expect(tokensOf(Buffer.from(JSON.stringify(lines)))).toEqual([]);
  for (const shout of shouts) {
    const { calls } = shout.mock;
    shout.mockClear();
    expect(calls).toEqual([]);
  }
  expect(Object.keys(Object.prototype)).toEqual([]);
  expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
}
