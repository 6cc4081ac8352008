import { cognito } from "../../../api/adapters/cognito.js";
import type { ErrorCode } from "../../../api/domain/errors.js";
import type { IdentityProvider } from "../../../api/ports.js";
import { jwksCacheAt } from "../../../dev/cognito/jwks-cache.js";
import { startDynamoDb } from "../../../dev/dynamodb/dynamodb.js";
import {
  echo,
  echoFirst,
  output,
  results,
  type Script,
  startScriptedLambda,
  throttled,
} from "../../support/aws/scripted-lambda.js";
import type { Answer } from "../../support/http/answer.js";
import { startCuttableProxy } from "../../support/http/cuttable-proxy.js";
import { getAs } from "../../support/http/get-as.js";
import { GOOD_BODY, postGrade, putEchoProblem } from "../../support/http/post-grade.js";
import { startWorld } from "../../support/world.js";

/** A way into each error there is. */
export interface ErrorSituations {
  readonly ask: Readonly<Record<ErrorCode, () => Promise<Answer>>>;
  close(): Promise<void>;
}

const SECRET = "the-secret-of-the-edge";

const DEFECT: IdentityProvider = {
  async identify() {
    throw new TypeError("a defect");
  },
};

/** Starts the service where its database can fail, its executor is scripted, and its keys are away. */
export async function startErrorSituations(): Promise<ErrorSituations> {
  const dynamoDb = await startDynamoDb();
  const tables = await startCuttableProxy(dynamoDb.endpoint);
  const lambda = await startScriptedLambda();
  const world = await startWorld({
    dynamoDbEndpoint: tables.url,
    executor: { kind: "endpoint", endpoint: lambda.endpoint },
    hasCallerLimits: true,
  });
  await putEchoProblem(world);
  const { jwksUrl, userPoolId, clientId } = world.stack.userPool;
  const keys = await startCuttableProxy(jwksUrl);
  keys.cut();
  const keyless = cognito(
    { userPoolId, clientIds: [clientId], staffGroup: "staff" },
    jwksCacheAt(keys.url + new URL(jwksUrl).pathname),
  );
  let identity = keyless;
  const guarded = await startWorld({
    settings: {
      identity: { identify: (idToken) => identity.identify(idToken) },
      originProtection: { kind: "secret-header", secrets: [SECRET] },
    },
  });

  const grade = (fields: object = {}) =>
    postGrade(world, { body: JSON.stringify({ ...GOOD_BODY, ...fields }) });
  const whilePlaying = async (script: Script, fields: object) => {
    lambda.play(script);
    const answer = await grade(fields);
    lambda.play();
    return answer;
  };
  const knock = (provider: IdentityProvider) => {
    identity = provider;
    return postGrade(guarded, { headers: { "X-Origin-Verify": SECRET } });
  };

  return {
    ask: {
      InvalidInput: () => grade({ userCode: "" }),
      Unauthorized: () => postGrade(world, { headers: { Authorization: null } }),
      MissingIdentity: () => world.grade(GOOD_BODY, { sub: "" }),
      Forbidden: () => postGrade(guarded, {}),
      ProblemNotFound: () => grade({ problemId: "no-such-problem" }),
      SubmissionNotFound: () => getAs(world, "/submissions/no-such-submission"),
      NotFound: () => world.request("/grades"),
      MethodNotAllowed: () => world.request("/grade"),
      async SubmissionIdTaken() {
        const theirs = { ...GOOD_BODY, submissionId: "somebody-elses" };
        await world.grade(theirs, { sub: "somebody-else" });
        return grade(theirs);
      },
      PayloadTooLarge: () => postGrade(world, { body: " ".repeat(1024 * 1024 + 1) }),
      ResponseTooLarge() {
        const large = output({ returnValue: "x".repeat(500 * 1024) });
        return whilePlaying(({ event }) => results(event.inputs.map(() => large)), {
          executionMode: "RUN_CUSTOM_TESTS",
          customTestCases: Array(11).fill(0),
        });
      },
      UnsupportedMediaType: () => postGrade(world, { headers: { "Content-Type": "text/plain" } }),
      async TooManyRequests() {
        const opened = Promise.withResolvers<void>();
        // Of two cases the first is answered, so that the second takes another invocation.
        lambda.play(async (invocation) => {
          if (invocation.event.inputs.length === 1) await opened.promise;
          return echoFirst(1, invocation);
        });
        const asked = [grade(), grade(), grade()];
        const refused = await Promise.race(asked);
        opened.resolve();
        await Promise.all(asked);
        lambda.play();
        return refused;
      },
      InternalError: () => knock(DEFECT),
      ExecutorBusy: () => whilePlaying(throttled, {}),
      IdentityProviderUnavailable: () => knock(keyless),
      async StorageUnavailable() {
        tables.cut();
        const answer = await grade();
        tables.restore();
        return answer;
      },
      async SubmissionNotSaved() {
        const cutting: Script = (invocation) => {
          tables.cut();
          return echo(invocation);
        };
        const answer = await whilePlaying(cutting, { submissionId: "not-saved" });
        tables.restore();
        return answer;
      },
    },
    async close() {
      await guarded.close();
      await world.close();
      await keys.close();
      await lambda.close();
      await tables.close();
      await dynamoDb.close();
    },
  };
}
