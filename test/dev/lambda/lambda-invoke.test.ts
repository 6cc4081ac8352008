import { InvokeCommand } from "@aws-sdk/client-lambda";
import { describe, expect, it } from "vitest";
import { testLambda } from "./lambda-fixture.js";

const REQUEST_LIMIT = 6_291_456;
const RESPONSE_LIMIT = 6_291_556;

describe("Invoke", () => {
  it("answers 200 with what the handler returns", async () => {
    const { invoke } = await testLambda();
    const outcome = await invoke({ do: "return", value: { text: "안녕", list: [1, null] } });
    expect(outcome).toMatchObject({ status: 200, functionError: undefined });
    expect(outcome.value()).toEqual({ text: "안녕", list: [1, null] });
  });

  it("passes numbers on that JavaScript cannot hold", async () => {
    const { invoke } = await testLambda();
    const Payload = Buffer.from('{"do":"return","value":123456789012345678901234567890}');
    expect((await invoke(undefined, { Payload })).text).toBe("123456789012345678901234567890");
  });

  it.each([
    "arn:aws:lambda:us-east-1:000000000000:function:executor",
    "000000000000:function:executor",
    "executor:$LATEST",
  ])("finds the function as %s", async (FunctionName) => {
    const { invoke } = await testLambda();
    expect((await invoke({ do: "return", value: 1 }, { FunctionName })).value()).toBe(1);
  });

  it("hands {} over when there is no payload", async () => {
    const { client } = await testLambda({ handler: "echo.lambda_handler" });
    const output = await client.send(new InvokeCommand({ FunctionName: "executor" }));
    expect(output.Payload?.transformToString()).toBe("{}");
  });

  it.each([
    { FunctionName: "another" },
    { FunctionName: "executor:7" },
    { FunctionName: "arn:aws:lambda:us-east-1:000000000000:function:another" },
  ])("does not know $FunctionName", async (input) => {
    const { invoke } = await testLambda();
    await expect(invoke({ do: "pid" }, input)).rejects.toMatchObject({
      name: "ResourceNotFoundException",
      message: expect.stringContaining("Function not found: arn:aws:lambda:"),
      $metadata: { httpStatusCode: 404 },
    });
  });

  it.each(["Event", "DryRun"] as const)("refuses InvocationType %s", async (InvocationType) => {
    const { invoke, environments } = await testLambda();
    await expect(invoke({ do: "pid" }, { InvocationType })).rejects.toMatchObject({
      name: "InvalidParameterValueException",
      $metadata: { httpStatusCode: 400 },
    });
    expect(environments()).toEqual([]);
  });

  it.each([
    ["that is no JSON", Buffer.from("{nope")],
    ["that is no UTF-8", Buffer.from([0x22, 0xff, 0x22])],
  ])("refuses a payload %s", async (_, Payload) => {
    const { invoke, environments } = await testLambda();
    await expect(invoke(undefined, { Payload })).rejects.toMatchObject({
      name: "InvalidRequestContentException",
      message: expect.stringContaining("Could not parse request body into json"),
      $metadata: { httpStatusCode: 400 },
    });
    expect(environments()).toEqual([]);
  });

  it("takes a request of 6 MB and refuses one byte more", async () => {
    const { invoke } = await testLambda();
    const overhead = JSON.stringify({ do: "length", text: "" }).length;
    const text = "x".repeat(REQUEST_LIMIT - overhead);
    expect((await invoke({ do: "length", text })).value()).toBe(text.length);
    await expect(invoke({ do: "length", text: `${text}x` })).rejects.toMatchObject({
      name: "RequestTooLargeException",
      $metadata: { httpStatusCode: 413 },
    });
  });

  it("passes an answer of the largest size and makes a longer one a function error", async () => {
    const { invoke } = await testLambda();
    const longest = await invoke({ do: "text", length: RESPONSE_LIMIT - 2 });
    expect(longest.functionError).toBeUndefined();
    expect(longest.text).toHaveLength(RESPONSE_LIMIT);

    const tooLong = await invoke({ do: "text", length: RESPONSE_LIMIT - 1 });
    expect(tooLong).toMatchObject({ status: 200, functionError: "Unhandled" });
    expect(tooLong.value()).toEqual({
      errorType: "Function.ResponseSizeTooLarge",
      errorMessage: `Response payload size exceeded maximum allowed payload size (${RESPONSE_LIMIT} bytes).`,
    });
    expect((await invoke({ do: "return", value: "after" })).value()).toBe("after");
  });

  it("answers another operation with 404", async () => {
    const { endpoint } = await testLambda();
    const response = await fetch(`${endpoint}/2015-03-31/functions/executor`);
    expect(response.status).toBe(404);
    expect(response.headers.get("x-amzn-errortype")).toBe("ResourceNotFoundException");
  });

  it("is refused a port that is taken", async () => {
    const { endpoint } = await testLambda();
    const port = Number(new URL(endpoint).port);
    await expect(testLambda({ port })).rejects.toMatchObject({ code: "EADDRINUSE" });
  });
});
