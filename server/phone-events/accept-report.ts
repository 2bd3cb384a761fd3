import { mention } from '../events/announce.ts';
import { createRateLimit } from '../http/rate-limit.ts';
import { FalseTokens } from '../limits/false-tokens.ts';
import { type Ports, portsOf } from '../ports.ts';
import { findToken, orgOfSecret } from '../tokens/access-token.ts';
import { readReports } from './read-report.ts';
import type { PhoneRequest } from './read-request.ts';
import { readValues } from './read-values.ts';

/** A call gives about six reports; a phone with several lines is far below this. */
const REPORTS_PER_MINUTE = 240;
/** From one address with a token that is none. */
const FALSE_PER_MINUTE = 60;

export type AcceptReport = (request: PhoneRequest, address: string) => Promise<200 | 400 | 404 | 429>;

/** Passes a phone's report on to the devices of the token's agent, and keeps nothing of it. */
export function acceptReports(ports: Ports): AcceptReport {
  const falseTokens = new FalseTokens(ports.now);
  const ofAddress = createRateLimit(FALSE_PER_MINUTE);
  const ofToken = createRateLimit(REPORTS_PER_MINUTE);
  const unknown = async (address: string) => ((await ofAddress(address)) === null ? 404 : 429);
  return async (request, address) => {
    const values = readValues(request);
    const org = values === null ? null : orgOfSecret(values.token);
    const own = org === null ? null : portsOf(ports, org);
    if (values === null || org === null || own === null || falseTokens.has(values.token))
      return await unknown(address);
    const now = own.now();
    const found = await findToken(own.db, org, values.token, now);
    if (found === null || found.number === null) {
      falseTokens.add(values.token);
      return await unknown(address);
    }
    if ((await ofToken(found.token)) !== null) return 429;
    const reports = readReports(values, now);
    if (reports.length === 0) return 400;
    const audience = { permission: null, agents: [found.number] };
    for (const report of reports) await mention(own.db, found, audience, { type: 'phone', report });
    return 200;
  };
}
