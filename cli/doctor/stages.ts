import { certificate } from "./certificate.js";
import { crossOrigin } from "./cross-origin.js";
import { edge } from "./edge.js";
import { errorHeaders } from "./error-headers.js";
import { functionUrl } from "./function-url.js";
import { health } from "./health.js";
import { identity } from "./identity.js";
import { name } from "./name.js";
import { page } from "./page.js";
import { quota } from "./quota.js";
import { region } from "./region.js";
import { runs } from "./runs.js";
import { securityHeaders } from "./security-headers.js";
import type { Stage } from "./stage.js";
import { statements } from "./statements.js";
import { streaming } from "./streaming.js";
import { submission } from "./submission.js";
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
];

/** What a first deployment needs. */
export const STAGES_BEFORE_UP: readonly Stage[] = [tools, region, identity, quota, tenancy];
