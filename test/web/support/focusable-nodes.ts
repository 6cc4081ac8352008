import type { Page } from "playwright-core";

/** What a screen reader calls something that can have the focus. */
export interface FocusableNode {
  readonly role: string;
  readonly name: string;
}

interface AccessibilityNode {
  readonly ignored: boolean;
  readonly role?: { readonly value: string };
  readonly name?: { readonly value: string };
  readonly properties?: readonly { readonly name: string; readonly value: { value?: unknown } }[];
}

/** Everything on the page that can have the focus, from the browser's own accessibility tree. */
export async function focusableNodes(page: Page): Promise<FocusableNode[]> {
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send("Accessibility.getFullAXTree");
  await session.detach();
  return (nodes as readonly AccessibilityNode[])
    .filter(({ ignored }) => !ignored)
    .filter(({ properties = [] }) =>
      properties.some(({ name, value }) => name === "focusable" && value.value === true),
    )
    .map(({ role, name }) => ({ role: role?.value ?? "", name: name?.value ?? "" }));
}
