import {
  arrayText,
  elementTexts,
  type JsonText,
  memberTexts,
  objectText,
} from "../../api/domain/json.js";

/** A fetch for custom tests whose inputs are JsonText: what is sent are the values, as written. */
export const sendAsWritten: typeof fetch = (input, init) =>
  fetch(input, typeof init?.body === "string" ? { ...init, body: unquoted(init.body) } : init);

/** The body with the inputs that its strings hold. */
function unquoted(body: string): string {
  const members = memberTexts(body);
  const quoted = members.get("customTestCases");
  if (quoted === undefined) return body;
  const written = elementTexts(quoted).map((text) => JSON.parse(text) as JsonText);
  return objectText({ ...Object.fromEntries(members), customTestCases: arrayText(written) });
}
