import { type Browser, firefox, type LaunchOptions } from "playwright-core";

/** Starts an ordinary Firefox without a window: the channel has it driven by WebDriver BiDi. */
export function launchFirefox(
  executablePath: string,
  options: LaunchOptions = {},
): Promise<Browser> {
  return firefox.launch({ ...options, executablePath, channel: "moz-firefox" });
}
