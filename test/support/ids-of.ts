/** The ids on a page of submissions, in its order. */
export function idsOf(page: { readonly items: readonly { readonly submissionId: string }[] }) {
  return page.items.map(({ submissionId }) => submissionId);
}
