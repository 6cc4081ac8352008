import { type Browser, firefox, type LaunchOptions } from "playwright-core";

/**
 * Starts an ordinary Firefox without a window: the channel has it driven by WebDriver BiDi. From 1.65 on the
 * library asks for `emulation.setMediaFeaturesOverride`, which Firefox ESR 153 refuses.
 */
export function launchFirefox(
  executablePath: string,
  options: LaunchOptions = {},
): Promise<Browser> {
  return firefox.launch({ ...options, executablePath, channel: "moz-firefox" });
}
