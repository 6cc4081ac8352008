import type { Browser, LaunchOptions } from "playwright-core";
import { inject } from "vitest";
import { type BrowserKind, CHROMIUM, FIREFOX, findBrowser } from "./find-browser.js";
import { launchChromium } from "./launch-chromium.js";
import { launchFirefox } from "./launch-firefox.js";

type Launch = (executablePath: string, options: LaunchOptions) => Promise<Browser>;

/** A browser that a worker starts once, whatever files it runs; it ends with the worker. */
export class WorkerBrowser {
  static readonly chromium = new WorkerBrowser(CHROMIUM, launchChromium);
  static readonly firefox = new WorkerBrowser(FIREFOX, launchFirefox);

  #found: { readonly path: string | undefined } | undefined;
  #launched: Promise<Browser> | undefined;

  private constructor(
    private readonly kind: BrowserKind,
    private readonly start: Launch,
  ) {}

  get isMissing(): boolean {
    return this.#path === undefined;
  }

  launch(): Promise<Browser> {
    this.#launched ??= this.#launchToEndWithWorker();
    return this.#launched;
  }

  get #path(): string | undefined {
    this.#found ??= { path: findBrowser(this.kind) };
    return this.#found.path;
  }

  /** A worker is given half a second to end: too little for a browser to close and tidy up, enough to kill it. */
  async #launchToEndWithWorker(): Promise<Browser> {
    const { TMPDIR } = process.env;
    process.env.TMPDIR = inject("runFolder");
    try {
      return await this.start(this.#path ?? "", { handleSIGTERM: false });
    } finally {
      if (TMPDIR === undefined) delete process.env.TMPDIR;
      else process.env.TMPDIR = TMPDIR;
      process.once("SIGTERM", () => process.exit());
    }
  }
}
