import { globSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";

const FOLDER = fileURLToPath(new URL("../../web/", import.meta.url));

/** It is what starts the page. */
const ENTRY = "page.tsx";

const modules = globSync("**/*.{ts,tsx}", { cwd: FOLDER }).filter((name) => name !== ENTRY);

it("no part of the page does anything when it is imported, not even look for a browser", async () => {
  expect(modules.length).toBeGreaterThan(50);
  const failed: string[] = [];
  for (const name of modules) {
    await import(/* @vite-ignore */ `${FOLDER}${name}`).catch((error: unknown) =>
      failed.push(`${name}: ${error}`),
    );
  }
  expect(failed).toEqual([]);
});
