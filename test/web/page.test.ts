import { expect, it } from "vitest";
import { describeInBrowser } from "./support/describe-in-browser.js";
import { holdIdleWork } from "./support/hold-idle-work.js";

const MOST_BYTES = 200_000;

const FILES = ["icon.svg", "page.css", "page.js"].map((name) => {
  const [stem, type] = name.split(".");
  return new RegExp(`^/page/${stem}-[A-Z0-9]{8}\\.${type}$`);
});

const HOSTILE = `# Hello
<script>window.wasHacked = "by a script"</script>
<img src="x" onerror="window.wasHacked = 'by an image'">
<iframe srcdoc="<script>parent.wasHacked = 'by a frame'</script>"></iframe>

[press me](javascript:window.wasHacked='by_a_link') and [me](data:text/html,x)

![pixel](https://elsewhere.example/pixel.png) <a href="https://elsewhere.example" style="color:red">x</a>

A [good link](https://elsewhere.example/page) &amp; an <b>ordinary</b> text, 1 &lt; 2.
`;

describeInBrowser("the page", (its) => {
  it("takes less than 200 KB compressed, with all that it asks for at first", async () => {
    const visit = await its.visit({ path: "/nosuch" });
    // What comes while nobody does anything delays no first view.
    await holdIdleWork(visit.page);
    visit.answered.clear();
    await visit.goTo("/");
    await visit.editor.waitFor();
    await visit.press("Problems");
    await visit.page.getByText(/\d+ solved/).waitFor();
    const all = [...visit.answered.keys()];
    const files = FILES.map((pattern) => expect.stringMatching(pattern));
    expect(all).toEqual(expect.arrayContaining(["/", "/settings.json", ...files, "/problems"]));
    const sizes = await Promise.all(
      all.map(async (path) => ({ path, ...(await visit.answered.get(path)?.sizes()) })),
    );
    const bodies = sizes.map(({ responseBodySize = 0 }) => responseBodySize);
    const headers = sizes.map(({ responseHeadersSize = 0 }) => responseHeadersSize);
    // The rest is what the service answers.
    const ofPage = bodies.filter((_, at) => /^\/(?:$|page\/|settings)/.test(all[at] ?? ""));
    expect(sum(ofPage)).toBeGreaterThan(100_000);
    expect(sum(ofPage)).toBeLessThan(MOST_BYTES);
    // Headers are as long as here only where a connection does not compress them.
    expect(sum(bodies) + sum(headers)).toBeLessThan(MOST_BYTES + 20_000);
  });

  it("may load from its own origin only, and run no code but its own", async () => {
    const { headers, status } = await its.world.request("/");
    const policy = headers.get("Content-Security-Policy") ?? "";
    expect(status).toBe(200);
    expect(policy).toMatch(/^default-src 'none'; script-src 'self'; /);
    expect(policy).toContain("; connect-src 'self'; ");
    const others = policy.replace("style-src 'self' 'unsafe-inline'", "");
    expect(others).not.toMatch(/https?:|\*|unsafe/);
  });

  it("is kept by a browser as far as its names say what is in it, and asked for with GET only", async () => {
    const document = await its.world.request("/");
    const files = document.text.match(/\/page\/[\w.-]+/g) ?? [];
    expect(files).toHaveLength(FILES.length);
    expect(document.headers.get("Cache-Control")).toBe("no-cache");
    const settings = await fetch(`${its.world.url}/settings.json`);
    expect(settings.headers.get("Cache-Control")).toBe("no-store");
    for (const path of files) {
      const { status, headers } = await its.world.request(path);
      expect([status, headers.get("Cache-Control")]).toEqual([
        200,
        "public, max-age=31536000, immutable",
      ]);
    }
    for (const path of [...files, "/settings.json", "/not-found.html"]) {
      expect((await fetch(its.world.url + path, { method: "POST" })).status).toBe(405);
    }
  });

  it("shows a hostile statement as the text that it is", async () => {
    await its.world.putProblem({ problemId: "hostile", description: HOSTILE });
    const visit = await its.visit({ path: "/#/hostile" });
    const article = visit.page.getByRole("article");
    const text = await article.innerText();
    expect(text).toContain('window.wasHacked = "by a script"');
    expect(text).toContain("A good link & an <b>ordinary</b> text, 1 < 2.");
    await article.getByText("press me").click();
    expect(await visit.page.evaluate("window.wasHacked")).toBeUndefined();
    expect(await article.locator("script, img, iframe, [style], [onerror]").count()).toBe(0);
    const links = await article.locator("a").evaluateAll((all) => all.map((one) => one.outerHTML));
    expect(links).toEqual([expect.stringContaining('href="https://elsewhere.example/page"')]);
    expect(links[0]).toContain('rel="noreferrer"');
  });

  it("takes a problem of which somebody wrote next to nothing", async () => {
    await its.world.putProblem({ problemId: "bare", title: "", title_translated: "" });
    const visit = await its.visit({ path: "/#/bare" });
    await visit.page.getByText("This problem has no statement.").waitFor();
    await visit.press("Submit");
    expect(await visit.verdict()).toBe("Grading failed");
    expect(await visit.result.innerText()).toContain("No test cases found for this problem.");
  });

  it("speaks the browser's language, or the one that was chosen", async () => {
    const visit = await its.visit({ path: "/#/rotate-matrix", locale: "ko-KR" });
    const heading = visit.page.getByRole("heading", { level: 1 });
    expect(await heading.innerText()).toBe("행렬 돌리기");
    expect(await visit.page.getAttribute("html", "lang")).toBe("ko");
    await visit.page.getByText("시간 제한 1초").waitFor();
    await visit.press("English");
    await expect.poll(() => heading.innerText()).toBe("Quarter Turns");
    await visit.page.reload();
    await visit.page.getByText("Time limit 1 s").waitFor();
    expect(await visit.page.getAttribute("html", "lang")).toBe("en");
  });

  it("opens the problem that the address names, with its code, and with Back the one before", async () => {
    const visit = await its.visit({ path: "/#/rotate-matrix" });
    const heading = visit.page.getByRole("heading", { level: 1 });
    await visit.press("Problems");
    await visit.page.getByRole("link", { name: /Savings Plan/ }).click();
    await visit.page.getByRole("heading", { name: "Savings Plan" }).waitFor();
    expect(await visit.editor.innerText()).toContain("monthlyDeposit");
    await visit.page.goBack();
    await visit.page.getByRole("heading", { level: 1, name: "Problems" }).waitFor();
    await visit.page.goBack();
    await visit.page.getByRole("heading", { name: "Quarter Turns" }).waitFor();
    expect(await heading.innerText()).toBe("Quarter Turns");
    expect(await visit.editor.innerText()).toContain('data["turns"]');
  });
});

const sum = (sizes: readonly number[]) => sizes.reduce((all, size) => all + size, 0);
