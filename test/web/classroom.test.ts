import { readFile } from "node:fs/promises";
import type { BrowserContextOptions } from "playwright-core";
import { expect, it } from "vitest";
import type { StoredSubmission, Submission } from "../../api/domain/submission.js";
import { putSubmissions } from "../support/aws/put-submissions.js";
import { gradedSubmission } from "../support/graded-submission.js";
import { textContrasts } from "./support/contrast.js";
import { type Browsing, describeInBrowser } from "./support/describe-in-browser.js";
import { focusableNodes } from "./support/focusable-nodes.js";
import type { Visit } from "./support/visit.js";

/** Opens the class of a problem as the teacher. */
async function openClass(
  its: Browsing,
  problemId: string,
  options: BrowserContextOptions = {},
): Promise<Visit> {
  const visit = await its.visit({ path: `/#/${problemId}`, ...options });
  const isKorean = options.locale === "ko-KR";
  await visit.page
    .getByRole("combobox", { name: isKorean ? "사용자" : "User" })
    .selectOption("Haneul");
  await visit.press(isKorean ? "제출 기록" : "Submissions");
  await visit.page.getByRole("radio", { name: isKorean ? "학급" : "Class" }).check();
  return visit;
}

/** Stores a class's submissions of a new problem, each a second after the one before. */
async function putClass(
  its: Browsing,
  problemId: string,
  submissions: readonly (Partial<Submission> & Pick<StoredSubmission, "regraded">)[],
): Promise<void> {
  await its.world.putProblem({
    problemId,
    finalTestCases: [
      { input: 1, expected_output: 1, visibility: "hidden" },
      { input: 2, expected_output: 2 },
    ],
  });
  const { documents, tables } = its.world.stack;
  await putSubmissions(
    documents,
    tables.submissions,
    submissions.map((one, index) =>
      gradedSubmission({
        problemId,
        submissionTime: 1_764_460_800 + index,
        submissionId: `${problemId}-${index + 1}`,
        ...one,
      }),
    ),
  );
}

const WRONG = { status: "WRONG_ANSWER", score: 40, passedCaseCount: 2, totalCaseCount: 5 } as const;
const MINA = { userId: "u-mina", author: "Mina" };
const JUNO = { userId: "u-juno", author: "Juno" };

const SMALL_CLASS = [
  { ...MINA, ...WRONG },
  { ...JUNO, ...WRONG, score: 60, userCode: "# Juno's first\n" },
  { ...MINA },
  { ...JUNO, ...WRONG, score: 20, userCode: "# Juno's second\n" },
];

async function download(visit: Visit, name: string): Promise<{ name: string; text: string }> {
  const waiting = visit.page.waitForEvent("download");
  await visit.press(name);
  const file = await waiting;
  return { name: file.suggestedFilename(), text: await readFile(await file.path(), "utf8") };
}

describeInBrowser("a teacher", (its) => {
  it("sees the best and the latest of each student, and looks into every submission", async () => {
    await putClass(its, "small-class", SMALL_CLASS);
    const visit = await openClass(its, "small-class");
    await visit.page.getByText("4 submissions by 2 students").waitFor();
    const rows = visit.page.locator(".students tbody");
    const told = async () =>
      (await rows.allInnerTexts()).map((text) => text.replaceAll(/\s+/g, " ").trim());
    expect(await told()).toEqual([
      expect.stringMatching(/^Juno 60 points Wrong answer .* 20 points Wrong answer .* 2$/),
      expect.stringMatching(/^Mina 100 points Accepted .* 100 points Accepted .* 2$/),
    ]);
    await visit.page.getByRole("combobox", { name: "Order" }).selectOption("Best first");
    expect((await told())[0]).toMatch(/^Mina/);
    await visit.page.getByRole("button", { name: "Juno" }).click();
    const theirs = rows.locator(".submission");
    expect(await theirs.count()).toBe(2);
    await theirs.first().getByRole("button").click();
    await theirs.locator(".listing", { hasText: "# Juno's second" }).waitFor();
    await theirs.getByText("1 case", { exact: true }).click();
    await theirs.locator(".printed", { hasText: "out" }).waitFor();
  });

  it.each([
    ["en-US", /^Graded again on Jan 15, 2027, \S+ [AP]M, was Accepted, 100 points$/],
    ["ko-KR", /^2027\. 1\. 15\. \S+ \S+에 다시 채점했습니다\. 이전 결과: 정답, 100점$/],
  ])(
    "is told of a submission that was graded again, and of what it had, in %s",
    async (locale, told) => {
      const regraded = {
        previousStatus: "ACCEPTED",
        previousScore: 100,
        previousTestSetHash: "before",
        regradeTime: 1_800_000_000,
      } as const;
      const problemId = `regraded-class-${locale}`;
      await putClass(its, problemId, [{ ...MINA, ...WRONG, regraded }]);
      const visit = await openClass(its, problemId, { locale, timezoneId: "UTC" });
      await visit.page.getByRole("button", { name: "Mina" }).click();
      await visit.page.locator(".students .submission button").click();
      expect(await visit.page.locator(".regraded").innerText()).toMatch(told);
    },
  );

  it("finds a student by a part of the name or the id", async () => {
    await putClass(its, "searched-class", SMALL_CLASS);
    const visit = await openClass(its, "searched-class");
    const rows = visit.page.locator(".students tbody");
    await rows.nth(1).waitFor();
    const search = visit.page.getByRole("searchbox", { name: "Search names and ids" });
    await search.fill("MIN");
    await expect.poll(() => rows.count()).toBe(1);
    expect(await rows.innerText()).toContain("Mina");
    await search.fill("u-juno");
    await expect.poll(() => rows.innerText()).toContain("Juno");
    await search.fill("nobody");
    await visit.page.getByText("0 students found").waitFor();
  });

  it("saves one row a student or a submission, in which no name is a formula", async () => {
    const [first, ...others] = SMALL_CLASS;
    const evil = { ...first, author: '=HYPERLINK("https://elsewhere.example")' };
    await putClass(its, "saved-class", [evil, ...others, { userId: "서연", author: "서연" }]);
    const visit = await openClass(its, "saved-class");
    await visit.page.getByText("5 submissions by 3 students").waitFor();
    // Not every browser has read it by then.
    await visit.page.evaluate("URL.revokeObjectURL = () => reportError('too soon')");
    const students = await download(visit, "One row a student");
    expect(students.name).toBe("saved-class-students.csv");
    const [head, ...rows] = students.text.trimEnd().split("\r\n");
    expect(head).toMatch(/^\uFEFFauthor,userId,problemId,.*bestScore,.*latestScore,/);
    expect(rows).toEqual([
      expect.stringMatching(
        /^Juno,u-juno,saved-class,Title,제목,2,60,WRONG_ANSWER,2,5,2025-11-30T00:00:01Z,saved-class-2,20,/,
      ),
      expect.stringMatching(/^Mina,u-mina,saved-class,Title,제목,2,100,ACCEPTED,/),
      expect.stringMatching(/^서연,서연,/),
    ]);
    const submissions = await download(visit, "One row a submission");
    expect(submissions.name).toBe("saved-class-submissions.csv");
    expect(submissions.text.trimEnd().split("\r\n")).toHaveLength(6);
    expect(submissions.text).toContain(`"'=HYPERLINK(""https://elsewhere.example"")",u-mina,`);
  });

  it("reads a large class page by page, can stop that, and reads on", async () => {
    await putClass(
      its,
      "large-class",
      Array.from({ length: 250 }, (_, index) => ({
        userId: `u-${index % 30}`,
        author: `Student ${index % 30}`,
      })),
    );
    const visit = await its.visit({ path: "/#/large-class" });
    const second = Promise.withResolvers<void>();
    const isHeld = Promise.withResolvers<void>();
    let pages = 0;
    await visit.page.route(/\/submissions\?(?=.*large-class)(?=.*pageSize=100)/, async (route) => {
      pages += 1;
      if (pages === 2) {
        isHeld.resolve();
        await second.promise;
      }
      await route.continue().catch(() => {});
    });
    await visit.page.getByRole("combobox", { name: "User" }).selectOption("Haneul");
    await visit.press("Submissions");
    await visit.page.getByRole("radio", { name: "Class" }).check();
    await isHeld.promise;
    await visit.page.getByRole("status").getByText("Reading… 100 submissions so far").waitFor();
    await visit.press("Stop");
    second.resolve();
    await visit.page.getByText("Only the newest 100 submissions are here").waitFor();
    expect((await download(visit, "One row a submission")).name).toBe(
      "large-class-submissions-incomplete.csv",
    );
    await visit.press("Read on");
    await visit.page.getByText("250 submissions by 30 students").waitFor();
    expect(await visit.page.getByText("Only the newest").count()).toBe(0);
    const whole = await download(visit, "One row a submission");
    expect(whole.name).toBe("large-class-submissions.csv");
    expect(new Set(whole.text.trimEnd().split("\r\n")).size).toBe(251);
  });

  it("is told what is missing when a page fails, and goes on from there", async () => {
    await putClass(
      its,
      "failing-class",
      Array.from({ length: 150 }, () => MINA),
    );
    const visit = await its.visit({ path: "/#/failing-class" });
    let isBroken = true;
    await visit.page.route(/\/submissions\?.*lastEvaluatedKey/, (route) =>
      isBroken
        ? route.fulfill({
            status: 400,
            contentType: "application/json",
            body: JSON.stringify({ error: "no", code: "StorageUnavailable", requestId: "r" }),
          })
        : route.continue(),
    );
    await visit.page.getByRole("combobox", { name: "User" }).selectOption("Haneul");
    await visit.press("Submissions");
    await visit.page.getByRole("radio", { name: "Class" }).check();
    await visit.page.getByRole("alert").getByText("The storage does not answer.").waitFor();
    await visit.page.getByText("Only the newest 100 submissions are here").waitFor();
    isBroken = false;
    await visit.press("Try again");
    await visit.page.getByText("150 submissions by 1 student").waitFor();
    expect(await visit.page.getByRole("alert").count()).toBe(0);
  });

  it("reads nothing of a class before looking at it", async () => {
    await putClass(its, "unseen-class", SMALL_CLASS);
    const visit = await openClass(its, "small-class");
    await visit.page.getByText("4 submissions by 2 students").waitFor();
    const asked: string[] = [];
    visit.page.on("request", (request) => asked.push(request.url()));
    await visit.goTo("/#/unseen-class");
    await visit.page.getByRole("heading", { name: "Title" }).waitFor();
    await visit.press("Submissions");
    await visit.page.getByText("4 submissions by 2 students").waitFor();
    const lists = asked.filter((url) => /\/submissions\?.*pageSize=100/.test(url));
    expect(lists.filter((url) => url.includes("unseen-class"))).toHaveLength(1);
  });

  it("can do so in Korean and at 320 px", async () => {
    await putClass(its, "korean-class", SMALL_CLASS);
    const visit = await openClass(its, "korean-class", { locale: "ko-KR" });
    await visit.page.getByText("학생 2명, 제출 4건").waitFor();
    const buttons = visit.page.locator(":is(.class-reading, .class-files) button");
    const boxes = await buttons.evaluateAll((all) => all.map((one) => one.getBoundingClientRect()));
    expect(boxes).toHaveLength(3);
    const [again, ...files] = boxes;
    expect(new Set(boxes.map(({ height }) => height)).size).toBe(1);
    expect(Math.min(...files.map(({ top }) => top))).toBeGreaterThan(again?.bottom ?? 0);
    await visit.page.setViewportSize({ width: 320, height: 640 });
    await visit.page.getByRole("button", { name: "Juno" }).click();
    await visit.page.locator(".students .submission button").first().click();
    await visit.page.locator(".students .listing").waitFor();
    const overflow = await visit.page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow).toBe(0);
  });

  it.each(["light", "dark"] as const)(
    "reads every text in %s colours, and a screen reader names everything",
    async (colorScheme) => {
      await putClass(its, `${colorScheme}-class`, SMALL_CLASS);
      const visit = await openClass(its, `${colorScheme}-class`, { colorScheme });
      await visit.page.getByRole("button", { name: "Juno" }).click();
      await visit.page.locator(".students .submission").first().waitFor();
      const contrasts = await textContrasts(visit.page);
      expect(contrasts.length).toBeGreaterThan(20);
      expect(contrasts.filter(({ contrast }) => contrast < 4.5)).toEqual([]);
      const nodes = await focusableNodes(visit.page);
      const controls = nodes.filter(({ role }) => !["RootWebArea", "generic"].includes(role));
      expect(controls.filter(({ name }) => name === "")).toEqual([]);
    },
  );
});
