import * as v from 'valibot';
import { wholeNumber } from '../../../calls/vocabulary/whole-number.ts';
import { endpoint } from '../endpoint.ts';
import { accessTokenSchema, madeAccessTokenSchema, newAccessTokenSchema } from './access-token.ts';

/** Port of the address that phones report to; null where the operator has not opened it. */
const phonePort = v.nullable(wholeNumber(1, 65_535));

export const tokensApi = {
  list: endpoint({
    method: 'GET',
    path: '/v1/teams/:team/tokens',
    permission: 'manage-members',
    summary: "The team's access tokens, without their secrets, and where its phones report to.",
    answer: v.strictObject({ tokens: v.array(accessTokenSchema), phonePort }),
  }),
  make: endpoint({
    method: 'POST',
    path: '/v1/teams/:team/tokens',
    permission: 'manage-members',
    summary: "Makes an access token for one agent's phones. Its secret is in this answer alone.",
    body: newAccessTokenSchema,
    answer: madeAccessTokenSchema,
    errors: ['not-found', 'not-allowed'],
  }),
  revoke: endpoint({
    method: 'DELETE',
    path: '/v1/teams/:team/tokens/:token',
    permission: 'manage-members',
    summary: 'Revokes an access token.',
    errors: ['not-found'],
  }),
};
