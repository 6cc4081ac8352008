import type { BrowserContext, Locator, Page, Request } from "playwright-core";

/** Somebody who uses the page. */
export class Visit {
  /** What the page asked of anybody else; it was not let through. */
  readonly foreignRequests: string[] = [];
  /** What the page has been answered, whole, by path. */
  readonly answered = new Map<string, Request>();
  /** What the browser's console says, but for answers of the service that are errors. */
  readonly complaints: string[] = [];

  private constructor(
    readonly context: BrowserContext,
    readonly page: Page,
    private readonly url: string,
  ) {}

  /** @param also what else may be asked: where people sign in */
  static async begin(context: BrowserContext, url: string, also?: string): Promise<Visit> {
    const visit = new Visit(context, await context.newPage(), url);
    const { page } = visit;
    await context.route(
      (asked) => asked.origin !== url && asked.origin !== also,
      (route) => {
        visit.foreignRequests.push(route.request().url());
        return route.abort();
      },
    );
    page.setDefaultTimeout(45_000);
    page.on("console", (message) => {
      const text = message.text();
      if (!text.startsWith("Failed to load resource")) visit.complaints.push(text);
    });
    page.on("requestfinished", (request) => {
      visit.answered.set(new URL(request.url()).pathname, request);
    });
    page.on("pageerror", (error) => visit.complaints.push(error.message));
    return visit;
  }

  async goTo(path: string): Promise<void> {
    await this.page.goto(`${this.url}${path}`);
    const title = this.page.getByRole("heading", { level: 1 });
    // On a busy machine the document may have said before that there is nothing yet.
    await title.and(this.page.locator(":not(.not-loaded *)")).waitFor();
  }

  get editor(): Locator {
    return this.page.getByRole("textbox", {
      name: /(?:Python|JavaScript) code|(?:파이썬|자바스크립트) 코드/,
    });
  }

  /** The region where verdicts are shown. */
  get result(): Locator {
    return this.page.getByRole("region", { name: /^(?:Result|결과)$/ });
  }

  async write(code: string): Promise<void> {
    await this.editor.fill(code);
  }

  async chooseLanguage(name: string): Promise<void> {
    await this.page
      .getByRole("combobox", { name: /^(?:Language of the code|코드 언어)$/ })
      .selectOption(name);
  }

  async press(name: string): Promise<void> {
    await this.page.getByRole("button", { name, exact: true }).click();
  }

  /** Waits for the verdict, and gives its word. */
  async verdict(): Promise<string> {
    const heading = this.result.getByRole("heading", { level: 2 });
    await heading.waitFor();
    return heading.innerText();
  }

  /** The cases as they stand, from the top. */
  async cases(): Promise<string[]> {
    return this.result.locator(".case").allInnerTexts();
  }
}
