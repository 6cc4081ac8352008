import { alarms } from "./alarms.js";
import { certificate } from "./certificate.js";
import { crossOrigin } from "./cross-origin.js";
import { edge } from "./edge.js";
import { errorHeaders } from "./error-headers.js";
import { executor } from "./executor.js";
import { functionUrl } from "./function-url.js";
import { health } from "./health.js";
import { identity } from "./identity.js";
import { logs } from "./logs.js";
import { name } from "./name.js";
import { page } from "./page.js";
import { preview } from "./preview.js";
import { problems } from "./problems.js";
import { quota } from "./quota.js";
import { region } from "./region.js";
import { runs } from "./runs.js";
import { securityHeaders } from "./security-headers.js";
import { selfTest } from "./self-test.js";
import type { Stage } from "./stage.js";
import { statements } from "./statements.js";
import { streaming } from "./streaming.js";
import { submission } from "./submission.js";
import { tableProtection } from "./table-protection.js";
import { tables } from "./tables.js";
import { tenancy } from "./tenancy.js";
import { token } from "./token.js";
import { tokenRequired } from "./token-required.js";
import { tools } from "./tools.js";

/** From outside inwards, as a request goes. */
export const STAGES: readonly Stage[] = [
  identity,
  name,
  certificate,
  health,
  edge,
  functionUrl,
  statements,
  securityHeaders,
  crossOrigin,
  errorHeaders,
  page,
  tokenRequired,
  token,
  runs,
  streaming,
  submission,
  tables,
  tableProtection,
  problems,
  executor,
  selfTest,
  logs,
  alarms,
  preview,
];

/** What a first deployment needs. */
export const STAGES_BEFORE_UP: readonly Stage[] = [tools, region, identity, quota, tenancy];
