/** Where CloudFront's certificates, web ACLs, logs, metrics and alarms live. */
export const EDGE_REGION = "us-east-1";
