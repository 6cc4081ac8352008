import { expect, it } from "vitest";
import { expectAccessible, faultsInBothThemes } from "../support/accessibility.js";
import { describeSite } from "../support/describe-site.js";
import type { Visit } from "../support/visit.js";

const RIGHT = "def solution(numbers):\n    return sum(numbers)\n";

/** Does nothing for a while in every case but the shortest. */
const CLIMB_SLOWLY = `import time
def solution(heights):
    if len(heights) > 6:
        time.sleep(1)
    return 0
`;

const place = ({ page }: Visit) => {
  const { pathname, search, hash } = new URL(page.url());
  return pathname + search + hash;
};

describeSite("a student at the page on a stack", (its) => {
  it("signs in, solves the problem that a link led to, and finds it after a reload", async () => {
    const visit = await its.arrive({ path: "/problems/sum-of-a-list" });
    await visit.press("Jimin");
    await visit.page.getByRole("heading", { level: 1, name: "Sum of a List" }).waitFor();
    await expect.poll(() => place(visit)).toBe("/#/sum-of-a-list");
    await visit.page.getByText("Jimin", { exact: true }).waitFor();
    await visit.write(RIGHT);
    await visit.press("Submit");
    expect(await visit.verdict()).toBe("Accepted");
    await visit.press("Submissions");
    await visit.page.getByRole("button", { name: /^Accepted/ }).waitFor();
    expect(await visit.page.title()).toBe("Sum of a List · Submissions · Edge Grader");
    const before = place(visit);
    await visit.page.reload();
    // The sign-in page still knows who it is, and nobody is asked again.
    await visit.page.getByRole("button", { name: /^Accepted/ }).waitFor();
    expect(place(visit)).toBe(before);
  });

  it("watches the cases arrive before the verdict", async () => {
    const visit = await its.signIn({ path: "/#/longest-climb" });
    // The examples are quick; the last cases are long enough to be waited for.
    await visit.write(CLIMB_SLOWLY);
    await visit.press("Submit");
    await visit.result
      .getByText(/^[1-9]\d* of 12/)
      .first()
      .waitFor();
    expect(await visit.result.getByText("Grading…").count()).toBeGreaterThan(0);
    expect(await visit.verdict()).not.toBe("Accepted");
  });

  it("has no token anywhere but in memory", async () => {
    const { page } = await its.signIn();
    const kept = await page.evaluate(() =>
      JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie]),
    );
    expect(kept).not.toMatch(/eyJ|token/i);
    expect(kept).not.toContain("codeVerifier");
  });

  it("is signed out everywhere, and stays so until they want in again", async () => {
    const visit = await its.signIn({ path: "/#/rotate-matrix" });
    const other = await visit.context.newPage();
    await other.goto(`${its.site.url}/#/rotate-matrix`);
    await other.getByRole("button", { name: "Sign out" }).waitFor();
    await visit.write("# mine");
    await visit.press("Sign out");
    await visit.page.getByRole("heading", { name: "You have signed out" }).waitFor();
    await other.getByText(/^Your sign-in has ended/).waitFor();
    await visit.page.reload();
    await visit.page.getByRole("heading", { name: "You have signed out" }).waitFor();
    await visit.press("Sign in");
    // Its own session is over as well.
    await visit.press("Jimin");
    await visit.page.getByRole("button", { name: "Sign out" }).waitFor();
    await visit.page.goto(`${its.site.url}/#/rotate-matrix`);
    await expect.poll(() => visit.editor.innerText()).toContain("# mine");
  });

  it("goes on when a session is over in the middle, with what they have written", async () => {
    const visit = await its.signIn({ path: "/#/rotate-matrix" });
    await visit.write("# not lost");
    its.site.signInPage.codes.revokeAll();
    // As after an hour.
    await visit.page.evaluate(() => {
      const { now } = performance;
      performance.now = () => now.call(performance) + 3_600_000;
    });
    await visit.press("Submit");
    await visit.page.getByText(/^Your sign-in has ended. Sign in again to go on/).waitFor();
    const notice = visit.page.getByRole("alert").filter({ has: visit.page.getByRole("button") });
    await expectAccessible(visit.page, "sign-in ended", notice);
    await visit.press("Sign in");
    await visit.page.getByRole("button", { name: "Sign out" }).waitFor();
    await expect.poll(() => visit.editor.innerText()).toContain("# not lost");
    expect(place(visit)).toBe("/#/rotate-matrix");
  });
});

describeSite("a student whose token ends while they work", (its) => {
  it("has it renewed once for all that is asked meanwhile", async () => {
    const visit = await its.signIn({ path: "/#/sum-of-a-list" });
    // A minute before its end it is renewed.
    await visit.page.evaluate(() => {
      const { now } = performance;
      performance.now = () => now.call(performance) + 3_541_000;
    });
    const before = its.site.signInPage.codes.refreshed;
    await visit.write(RIGHT);
    await visit.press("Submit");
    expect(await visit.verdict()).toBe("Accepted");
    await visit.press("Submissions");
    await visit.page
      .getByRole("button", { name: /^Accepted/ })
      .first()
      .waitFor();
    expect(its.site.signInPage.codes.refreshed - before).toBe(1);
  });

  it("goes on with what they have, and can leave, while the sign-in page keeps silent", async () => {
    const visit = await its.signIn({ path: "/#/sum-of-a-list" });
    const { page } = visit;
    await page.evaluate(() => {
      const { now } = performance;
      performance.now = () => now.call(performance) + 3_541_000;
      const { timeout } = AbortSignal;
      AbortSignal.timeout = (ms) => timeout.call(AbortSignal, ms / 10);
    });
    await page.route(/\/oauth2\/(?:token|revoke)$/, () => {});
    await visit.write(RIGHT);
    await visit.press("Submit");
    expect(await visit.verdict()).toBe("Accepted");
    await visit.press("Sign out");
    await page.getByRole("heading", { name: "You have signed out" }).waitFor();
  });
});

describeSite("a student who cannot be signed in", (its) => {
  const refused = async (visit: Visit, code: string, words: RegExp) => {
    await visit.page.getByRole("heading", { name: "You could not be signed in" }).waitFor();
    await visit.page.getByText(words).waitFor();
    await visit.page.getByText(code, { exact: true }).waitFor();
    expect(place(visit)).not.toMatch(/code=|state=|error=/);
  };

  it("is told that the account was refused, and can try another", async () => {
    const visit = await its.arrive({ path: "/#/rotate-matrix" });
    await visit.press("Nobody");
    await refused(visit, "AccessDenied", /refused your account/);
    await visit.press("Sign in");
    await visit.press("Seoyeon");
    await visit.page.getByRole("heading", { level: 1, name: "Quarter Turns" }).waitFor();
    expect(place(visit)).toBe("/#/rotate-matrix");
  });

  it.each([
    [
      "NotConfirmed",
      {
        at: "authorize",
        error: "access_denied",
        description: "User is not confirmed.",
      },
      /not confirmed yet/,
    ],
    ["CodeExpired", { at: "token", status: 400, error: "invalid_grant" }, /took too long/],
    ["SignInFailed", { at: "token", status: 400, error: "invalid_client" }, /went wrong/],
    ["ClockSkew", { at: "clock", secondsAgo: 7200 }, /clock of this device is wrong/],
  ] as const)("is told what to do about %s", async (code, mishap, words) => {
    const visit = await its.arrive();
    its.site.signInPage.happen(mishap);
    await visit.press("Jimin");
    await refused(visit, code, words);
    await visit.press("Sign in");
    // Cognito has let them in already, or asks once more.
    const again = visit.page.getByRole("button", { name: "Jimin" });
    const done = visit.page.getByRole("button", { name: "Sign out" });
    await again.or(done).waitFor();
    if (await again.isVisible()) await again.click();
    await done.waitFor();
  });

  it.each(["en-US", "ko-KR"])("is told so by the rules of WCAG, in %s", async (locale) => {
    const visit = await its.arrive({ locale });
    await visit.press("Nobody");
    await visit.page.getByText("AccessDenied", { exact: true }).waitFor();
    expect(await faultsInBothThemes(visit.page)).toEqual([]);
  });

  it("is told that the sign-in page does not answer", async () => {
    const visit = await its.arrive();
    await visit.page.route("**/oauth2/token", (route) => route.abort());
    await visit.press("Jimin");
    await refused(visit, "SignInUnreachable", /does not answer/);
  });

  it("is told that the sign-in page does not answer in time", async () => {
    const visit = await its.arrive();
    await visit.page.addInitScript(() => {
      const { timeout } = AbortSignal;
      AbortSignal.timeout = (ms) => timeout.call(AbortSignal, ms / 10);
    });
    await visit.page.route("**/oauth2/token", () => {});
    await visit.press("Jimin");
    await refused(visit, "SignInUnreachable", /does not answer/);
  });

  it("is told that a sign-in of another tab leads nowhere here", async () => {
    const visit = await its.arrive();
    await visit.page.goto(`${its.site.url}/?code=one&state=of-another-tab`);
    await refused(visit, "StateMismatch", /another tab/);
  });

  it("is told that the browser has to keep something for it, in their own language", async () => {
    const visit = await its.arrive({ locale: "ko-KR" });
    await visit.page.addInitScript(() => {
      Object.defineProperty(window, "sessionStorage", {
        get() {
          throw new DOMException("denied", "SecurityError");
        },
      });
    });
    await visit.page.goto(its.site.url);
    await visit.page.getByRole("heading", { name: "로그인하지 못했습니다" }).waitFor();
    await visit.page.getByText(/쿠키와 사이트 데이터를 허용/).waitFor();
    await visit.page.getByText("CookiesBlocked", { exact: true }).waitFor();
  });
});
