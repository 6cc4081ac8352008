import { DeleteCommand } from "@aws-sdk/lib-dynamodb";
import { expect, it } from "vitest";
import { loadSeedProblems } from "../../dev/seed/seed-problems.js";
import { describeInBrowser } from "./support/describe-in-browser.js";

const problems = new Map((await loadSeedProblems()).map((one) => [one.item.problemId, one]));
const rotateMatrix = problems.get("rotate-matrix") ?? expect.fail("There is no rotate-matrix");

describeInBrowser("a submission", (its) => {
  it("that is right is accepted, with its score, times and memory", async () => {
    const visit = await its.visit({ path: "/#/rotate-matrix" });
    await visit.write(rotateMatrix.modelSolution);
    await visit.press("Submit");
    expect(await visit.verdict()).toBe("Accepted");
    const text = await visit.result.innerText();
    expect(text).toMatch(/14 of 14 cases passed · 100 points · slowest \d+ ms/);
    const cases = await visit.cases();
    expect(cases).toHaveLength(14);
    expect(cases[0]).toMatch(
      /Case 1\s+Accepted\s+Time \d+ ms of 1 s[\s\S]+Memory [\d.]+ MB of 256 MB/,
    );
  });

  it("that is wrong shows the cases that failed first", async () => {
    const visit = await its.visit({ path: "/#/rotate-matrix" });
    await visit.write(rotateMatrix.wrongSolution);
    await visit.press("Submit");
    expect(await visit.verdict()).toBe("Wrong answer");
    const cases = await visit.cases();
    expect(cases.slice(0, 4).map((text) => text.split(/\s*\n\s*/).slice(0, 2))).toEqual([
      ["Case 6", "Wrong answer"],
      ["Case 8", "Wrong answer"],
      ["Case 13", "Wrong answer"],
      ["Case 1", "Accepted"],
    ]);
    const first = visit.result.locator(".case").first();
    expect(await first.evaluate((one) => one.getBoundingClientRect().bottom < innerHeight)).toBe(
      true,
    );
    expect(await visit.page.getByRole("status").innerText()).toMatch(
      /^Wrong answer\. 11 of 14 cases passed, \d+ points, slowest \d+ ms\. First failure: Case 6, Wrong answer\.$/,
    );
  });

  it("that does not end is stopped at the time limit, its bar full", async () => {
    await its.world.putProblem({
      problemId: "endless",
      timeLimitSeconds: 3,
      finalTestCases: [{ input: 1, expected_output: 1 }],
    });
    const visit = await its.visit({ path: "/#/endless" });
    await visit.write("def solution(data):\n    while True:\n        pass\n");
    await visit.press("Submit");
    await visit.page.getByRole("timer").waitFor();
    expect(await visit.verdict()).toBe("Time limit exceeded");
    expect((await visit.cases())[0]).toMatch(/Time \d(?:\.\d+)? s of 3 s/);
    expect(await visit.result.locator('[data-full="true"]').count()).toBe(1);
  });

  it("that raises shows the message and the traceback, in Korean too", async () => {
    const visit = await its.visit({ path: "/#/rotate-matrix", locale: "ko-KR" });
    await visit.write(
      'def solution(data):\n    print("확인")\n    raise ValueError("값이 비었습니다")\n',
    );
    await visit.press("제출");
    expect(await visit.verdict()).toBe("런타임 오류");
    const [first = ""] = await visit.cases();
    expect(first).toMatch(/케이스 1\s+런타임 오류/);
    expect(first).toMatch(
      /MB\s+ValueError: 값이 비었습니다 \(line 3\)\s+3번째 줄로 가기\s+입력\s[\s\S]+\s트레이스백\s/,
    );
    expect(first).toContain('raise ValueError("값이 비었습니다")');
    expect(first).toMatch(/표준 출력\s+확인/);
  });

  it("that the service refuses says why, with what names it in the log", async () => {
    await its.world.putProblem({ problemId: "fleeting", finalTestCases: [] });
    const visit = await its.visit({ path: "/#/fleeting" });
    const { documents, tables } = its.world.stack;
    const Key = { problemId: "fleeting" };
    await documents.send(new DeleteCommand({ TableName: tables.problems, Key }));
    await visit.press("한국어");
    await visit.press("제출");
    const alert = await visit.page.getByRole("alert").innerText();
    expect(alert).toContain("코드를 채점하지 못했습니다.");
    expect(alert).toContain("문제를 찾을 수 없습니다.");
    expect(alert).not.toMatch(/다시 시도|problem/);
    const [, requestId] = /ProblemNotFound · (\S+)/.exec(alert) ?? [];
    expect(its.world.logLines).toContainEqual(expect.objectContaining({ requestId }));
  });

  it.each([
    ["", "There is no code yet."],
    [`x = "${"가".repeat(22_000)}"`, "The code is too long"],
  ])("of code that cannot be sent is not made, and says why", async (code, sentence) => {
    const visit = await its.visit({ path: "/#/rotate-matrix" });
    await visit.write(code);
    for (const name of ["Run", "Submit"]) {
      await visit.press(name);
      expect(await visit.page.getByRole("alert").innerText()).toContain(sentence);
    }
    expect(visit.answered.has("/grade")).toBe(false);
  });

  it("says so when the server is gone, and can be tried again", async () => {
    const visit = await its.visit({ path: "/#/rotate-matrix" });
    await visit.write(rotateMatrix.modelSolution);
    await visit.context.setOffline(true);
    await visit.press("Submit");
    expect(await visit.page.getByRole("alert").innerText()).toContain(
      "The server does not answer.",
    );
    await visit.context.setOffline(false);
    await visit.press("Try again");
    expect(await visit.verdict()).toBe("Accepted");
  });

  it("can be cancelled, and made again", async () => {
    await its.world.putProblem({
      problemId: "patient",
      timeLimitSeconds: 5,
      finalTestCases: [{ input: 1, expected_output: 1 }],
    });
    const visit = await its.visit({ path: "/#/patient" });
    await visit.write("def solution(data):\n    while True:\n        pass\n");
    await visit.press("Submit");
    await visit.press("Cancel");
    await visit.result.getByText("Cancelled. The submission may still appear").last().waitFor();
    await visit.write("def solution(data):\n    return data\n");
    await visit.press("Submit");
    expect(await visit.verdict()).toBe("Accepted");
  });
});
