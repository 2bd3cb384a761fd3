import * as v from 'valibot';
import { wholeNumber } from '../../../calls/vocabulary/whole-number.ts';
import { text } from '../../team/envelope.ts';
import { endpoint } from '../endpoint.ts';
import { idSchema } from '../sync/sync-item.ts';
import { lockMinutesSchema } from './member.ts';

/** Plain http is accepted only for this machine, for tests. */
function isIssuer(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, hostname } = new URL(url);
  return protocol === 'https:' || (protocol === 'http:' && ['127.0.0.1', 'localhost'].includes(hostname));
}

/** Sign-in with the company's own accounts, as a public client of its OpenID Connect issuer. */
export const oidcSchema = v.strictObject({
  issuer: v.pipe(text(400), v.check(isIssuer, 'issuer')),
  clientId: v.pipe(text(200), v.minLength(1)),
  /** Claim of the ID token that holds the agent number. */
  claim: v.pipe(v.string(), v.regex(/^[\w.:/-]{1,80}$/)),
});

/** Weeks offline are normal: a device is never ended sooner. */
export const FEWEST_IDLE_DAYS = 90;
export const MOST_IDLE_DAYS = 3_650;
const idleDaysSchema = wholeNumber(FEWEST_IDLE_DAYS, MOST_IDLE_DAYS);

export const organisationSchema = v.strictObject({
  id: idSchema,
  name: text(80),
  oidc: v.nullable(oidcSchema),
  /** A device that was not used for so long has to enrol again. */
  deviceIdleDays: v.optional(idleDaysSchema, 180),
  /** Minutes without use after which devices lock at the latest; null: each decides. */
  lockAfterMinutes: v.optional(v.nullable(lockMinutesSchema), null),
});

export const organisationChangeSchema = v.strictObject({
  name: v.optional(v.pipe(v.string(), v.trim(), v.regex(/^\P{C}{1,80}$/u))),
  oidc: v.optional(v.nullable(oidcSchema)),
  deviceIdleDays: v.optional(idleDaysSchema),
  lockAfterMinutes: v.optional(v.nullable(lockMinutesSchema)),
});

export const organisationApi = {
  read: endpoint({
    method: 'GET',
    path: '/v1/organisation',
    permission: 'manage-organisation',
    summary: 'The organisation, and how its members sign in.',
    answer: organisationSchema,
  }),
  change: endpoint({
    method: 'PATCH',
    path: '/v1/organisation',
    permission: 'manage-organisation',
    summary:
      'Renames the organisation, sets the issuer through which its members sign in, how long an unused device stays enrolled, or when an idle one locks.',
    body: organisationChangeSchema,
    answer: organisationSchema,
  }),
};

export type Oidc = Readonly<v.InferOutput<typeof oidcSchema>>;
