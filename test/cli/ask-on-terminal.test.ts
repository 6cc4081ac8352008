import { PassThrough } from "node:stream";
import { expect, it } from "vitest";
import { askOnTerminal } from "../../cli/ask-on-terminal.js";

function ask() {
  const input = new PassThrough();
  const output = Object.assign(new PassThrough(), { isTTY: true });
  const controller = new AbortController();
  const answer = askOnTerminal({ input, output }, "Do this? ", controller.signal, () =>
    controller.abort(),
  );
  return { input, output, answer };
}

it("shows the question, and gives what is answered", async () => {
  const { input, output, answer } = ask();
  input.write("yes\n");
  expect(await answer).toBe("yes");
  expect(String(output.read())).toContain("Do this? ");
});

it("takes a terminal that is closed for no answer", async () => {
  const { input, answer } = ask();
  input.end();
  expect(await answer).toBe("");
});

it("ends at Ctrl-C", async () => {
  const { input, answer } = ask();
  input.write("\u0003");
  await expect(answer).rejects.toThrow("abort");
});
