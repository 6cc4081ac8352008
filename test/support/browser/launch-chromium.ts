import { type Browser, chromium, type LaunchOptions } from "playwright-core";

/** It shall do nothing but show pages. */
const ARGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** Starts a Chromium without a window. */
export function launchChromium(
  executablePath: string,
  options: LaunchOptions = {},
): Promise<Browser> {
  return chromium.launch({ ...options, executablePath, args: ARGS });
}
