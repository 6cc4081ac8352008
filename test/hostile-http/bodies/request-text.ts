import { GOOD_BODY } from "../../support/http/post-grade.js";

/** Members of a body by their names, each as JSON text, so that it can be what no value could. */
export type MemberTexts = Readonly<Record<string, string>>;

/** The text of a body to grade, with these members beside or in place of the usual ones. */
export function gradedText(members: MemberTexts): string {
  const usual = Object.entries(GOOD_BODY).map(([name, value]) => [name, JSON.stringify(value)]);
  return objectText({ ...Object.fromEntries(usual), ...members });
}

/** The text of a body for custom tests of these cases, themselves the text of an array. */
export function customText(customTestCases: string, members: MemberTexts = {}): string {
  const usual = { executionMode: '"RUN_CUSTOM_TESTS"', userCode: '"x"', customTestCases };
  return objectText({ ...usual, ...members });
}

export function objectText(members: MemberTexts): string {
  const written = Object.entries(members).map(([name, text]) => `${JSON.stringify(name)}:${text}`);
  return `{${written.join()}}`;
}
