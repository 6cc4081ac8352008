import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, LaunchOptions } from "playwright-core";
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

  /** A worker has half a second to end: too little for a browser to close, enough to kill it and tidy up. */
  async #launchToEndWithWorker(): Promise<Browser> {
    const folder = mkdtempSync(join(tmpdir(), "browser-"));
    const browser = await this.start(this.#path ?? "", {
      env: { ...process.env, TMPDIR: folder },
      handleSIGTERM: false,
    });
    process.once("SIGTERM", () => process.exit());
    // The library, which came first, has killed the browser by then.
    process.once("exit", () => rmSync(folder, { recursive: true, maxRetries: 5 }));
    return browser;
  }
}
