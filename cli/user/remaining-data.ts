import type { Target } from "../target/open-target.js";

/** Where else a person's data is, and what becomes of it there: this tool reaches none of it. */
export function remainingData({ outputs, name }: Target, sub: string): string[] {
  const always = [
    "Students' own browsers keep drafts of their code until they are cleared.",
    "Copies that you have made: exports, reports, gradebooks.",
  ];
  if (outputs.endpoints !== undefined) {
    return [`The console log of ${name} has the sub in its lines of requests.`, ...always];
  }
  const pool = `--user-pool-id ${outputs.userPoolId}`;
  return [
    `The account (e-mail address, nickname) in the user pool ${outputs.userPoolId}. Find its name with
    aws cognito-idp list-users ${pool} --filter 'sub = "${sub}"' --query 'Users[].Username'
  and remove it with
    aws cognito-idp admin-delete-user ${pool} --username <name>
  Its ID tokens stay valid for up to an hour: who signs in can submit until then.`,
    "Point-in-time backups of the table hold what it held for 35 days, then end by themselves. A table that is restored from them has it again: run this again on it. Backups that you made yourself stay until you delete them.",
    "Log groups of the API (userId, submissionId) and of the executor (the sub as tenant id) end after logRetentionDays. They have no code and no names, but a line about a fault can quote 200 characters of an answer.",
    "The edge's access log has addresses and paths, no sub; it ends after logRetentionDays too (accessLogAddresses false leaves addresses out).",
    ...always,
  ];
}

/** The same as a list to read. */
export function remainingDataText(target: Target, sub: string): string {
  const items = remainingData(target, sub).map((item) => `- ${item}\n`);
  return `Elsewhere, and not touched by this (docs/personal-data.md says more):\n${items.join("")}`;
}

export const nothingStored = (sub: string): string =>
  `Nothing is stored of ${sub}. It has to be the sub of their tokens, not a name or an e-mail address.`;
