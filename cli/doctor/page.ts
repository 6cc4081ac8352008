import { type Answer, askService, told } from "./ask-service.js";
import { type Finding, fails, holds, skipped } from "./finding.js";
import type { Circumstances, Facts } from "./known.js";
import { REDEPLOY } from "./remedies.js";
import { stage } from "./stage.js";

export const page = stage({
  name: "page",
  needs: ["service", "deployed"],
  async run(known) {
    const index = await askService(known, "/");
    const isHtml = index.headers.get("Content-Type")?.startsWith("text/html") ?? false;
    if (index.status === 200 && isHtml) return [await examine(known, index)];
    return known.outputs?.siteUrl
      ? [fails(`The page answers ${told(index)}.`, REDEPLOY)]
      : [skipped("This service shows no page (the setting site).")];
  },
});

async function examine(known: Circumstances & Pick<Facts, "service">, index: Answer) {
  const policy = index.headers.get("Content-Security-Policy") ?? "";
  if (!/default-src 'none'/.test(policy) || !/script-src 'self'/.test(policy)) {
    return fails("The page is delivered without its Content-Security-Policy.", REDEPLOY);
  }
  const settings = await askService(known, "/settings.json");
  const lost = misledBy(settings, policy);
  if (lost !== undefined) return lost;
  for (const [, path = ""] of index.text.matchAll(/(?:src|href)="(\/?page\/[^"]+)"/g)) {
    const { status } = await askService(known, path);
    if (status !== 200) return fails(`${path}, which the page needs, answers ${status}.`, REDEPLOY);
  }
  return holds("It is there with its settings, its files and its policy.");
}

/** Whether people would not find to where they sign in. */
function misledBy(settings: Answer, policy: string): Finding | undefined {
  const signIn = settings.body?.signIn as { readonly domain?: unknown } | undefined;
  if (settings.status !== 200 || typeof signIn?.domain !== "string") {
    const sentence = `/settings.json answers ${told(settings)} and does not say where people sign in.`;
    return fails(sentence, REDEPLOY);
  }
  const { domain } = signIn;
  return URL.canParse(domain) && policy.includes(new URL(domain).origin)
    ? undefined
    : fails(`By its own policy the page may not reach ${domain}, where people sign in.`, REDEPLOY);
}
