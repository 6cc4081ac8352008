/** Makes what is deployed as it is declared. */
export const REDEPLOY = "npx pulumi up --refresh";

/** Shows where the stack's API answers. */
export const SHOW_ADDRESS = "npx pulumi stack output codeGraderApiInvokeUrl";

/** Shows how much may run at once in the account. */
export const SHOW_QUOTA = "aws lambda get-account-settings --query AccountLimit";
