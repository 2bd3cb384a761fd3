import { signInApi } from '../../contract/api/members/enrolment.ts';
import { inTenant } from '../database/tenant.ts';
import { refuse } from '../http/refuse.ts';
import { type RoutesOf, servePublic } from '../http/serve.ts';
import { readOidc } from '../members/read-oidc.ts';
import { portsOf } from '../ports.ts';
import { organisationOfCode, useCode } from './enrolment-code.ts';
import { exchangeCode, findIssuer } from './issuer.ts';
import { makeDevice } from './make-device.ts';
import { memberOfClaims } from './member-of-claims.ts';
import { makeNonce, useNonce } from './nonce.ts';

const enrol = servePublic(signInApi.enrol, async ({ ports, body }) => {
  const org = organisationOfCode(body.code);
  const own = org === null ? null : portsOf(ports, org);
  if (org === null || own === null) return refuse('bad-code');
  return await inTenant(own.db, { org, team: '*' }, async (tx) => {
    const at = ports.now();
    const code = await useCode(tx, org, body.code, at);
    if (code === null) return refuse('bad-code');
    const { member } = code;
    return { ok: true, answer: await makeDevice(tx, { org, member }, body.label, at, 'enrolled', code) };
  });
});

const start = servePublic(signInApi.start, async ({ ports, body: { organisation: org } }) => {
  const own = portsOf(ports, org);
  if (own === null) return refuse('not-found');
  const oidc = await inTenant(own.db, { org, team: '' }, (tx) => readOidc(tx, org));
  if (oidc === null) return refuse('not-found');
  const issuer = await findIssuer(oidc, ports.fetchIssuer);
  if (issuer === null) return refuse('unavailable', 'issuer');
  const nonce = await inTenant(own.db, { org, team: '' }, (tx) => makeNonce(tx, org, ports.now()));
  const { authorizationEndpoint } = issuer;
  return {
    ok: true,
    answer: { authorizationEndpoint, clientId: oidc.clientId, scope: 'openid profile', ...nonce },
  };
});

const finish = servePublic(signInApi.finish, async ({ ports, body }) => {
  const { organisation: org, nonce } = body;
  const own = portsOf(ports, org);
  if (own === null) return refuse('bad-code');
  const oidc = await inTenant(own.db, { org, team: '' }, async (tx) =>
    (await useNonce(tx, org, nonce, ports.now())) ? await readOidc(tx, org) : null,
  );
  if (oidc === null) return refuse('bad-code');
  const issuer = await findIssuer(oidc, ports.fetchIssuer);
  if (issuer === null) return refuse('unavailable', 'issuer');
  const claims = await exchangeCode(oidc, issuer, body, ports.fetchIssuer);
  if (claims === null) return refuse('bad-code');
  return await inTenant(own.db, { org, team: '*' }, async (tx) => {
    const member = await memberOfClaims(tx, org, oidc.claim, claims);
    if (member === null) return refuse('bad-code', 'member');
    return {
      ok: true,
      answer: await makeDevice(tx, { org, member }, body.label, ports.now(), 'signed-in'),
    };
  });
});

export const signInRoutes: RoutesOf<typeof signInApi> = { enrol, start, finish };
