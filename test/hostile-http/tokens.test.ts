import { createServer, type Server } from "node:http";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { closeGracefully, listenOnLoopback } from "../../dev/lambda/loopback.js";
import { createSigningPool, type SigningPool } from "../support/aws/signing-pool.js";
import { type HostileWorld, startHostileWorld } from "./hostile-world.js";
import { type Attacker, createAttacker, HOSTILE_TOKENS } from "./tokens.js";

describe("a hostile token", () => {
  let hostile: HostileWorld;
  let pool: SigningPool;
  let attacker: Attacker;
  let keyServer: Server;
  let keyRequests = 0;

  beforeAll(async () => {
    keyServer = createServer((_request, response) => {
      keyRequests += 1;
      response.end(JSON.stringify({ keys: [{ ...attacker.jwk, kid: "mine", alg: "RS256" }] }));
    });
    const port = await listenOnLoopback(keyServer);
    attacker = await createAttacker(`http://127.0.0.1:${port}/jwks.json`);
    pool = await createSigningPool();
    const authorization = `Bearer ${await pool.sign()}`;
    hostile = await startHostileWorld({ settings: { identity: pool.identity }, authorization });
  });
  afterAll(async () => {
    await hostile.close();
    await closeGracefully(keyServer);
  });

  describe.each(Object.entries(HOSTILE_TOKENS))("by its %s", (_, tokens) => {
    it.each(tokens)("has its answer: %s", async (_name, authorizationOf, expected) => {
      const authorization = await authorizationOf(pool, attacker);
      const headers = [`Authorization: ${authorization}`];
      await hostile.expectAnswer({ without: ["Authorization"], headers }, expected);
      // A key is only ever the pool's, whatever a token says.
      expect(keyRequests).toBe(0);
    });
  });
});
