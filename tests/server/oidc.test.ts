import { createServer } from 'node:http';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import * as v from 'valibot';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { enrolAnswerSchema, signInStartAnswerSchema } from '../../contract/api/members/enrolment.ts';
import { listen, pkce, REDIRECT, signInAtIssuer, startIssuer } from '../helpers/server/issuer.ts';
import { type Seat, type ServerBed, serverBed } from '../helpers/server/server-bed.ts';

let bed: ServerBed;
let admin: Seat;
let issuer: Awaited<ReturnType<typeof startIssuer>>;
beforeAll(async () => {
  bed = await serverBed({ now: () => Date.now() });
  admin = await bed.organisation();
  issuer = await startIssuer();
  await useIssuer(issuer.url);
});
afterAll(async () => {
  issuer.close();
  await bed.close();
});

async function useIssuer(url: string) {
  const oidc = { issuer: url, clientId: 'sansheng', claim: 'agent_number' };
  expect(await bed.ask(admin, 'PATCH', '/v1/organisation', { oidc })).toMatchObject({
    status: 200,
    body: { oidc },
  });
}

async function start() {
  const { body } = await bed.ask(null, 'POST', '/v1/sign-in/start', { organisation: admin.org });
  return v.parse(signInStartAnswerSchema, body);
}

async function finish(nonce: string, code: string, codeVerifier: string) {
  const request = {
    organisation: admin.org,
    nonce,
    code,
    codeVerifier,
    redirectUri: REDIRECT,
    label: 'Chrome',
  };
  return await bed.ask(null, 'POST', '/v1/sign-in/finish', request);
}

async function signIn(account: string) {
  const [begun, { verifier, challenge }] = [await start(), pkce()];
  return await finish(begun.nonce, await signInAtIssuer(begun, challenge, account), verifier);
}

test('an agent signs in with the company’s account and has a device', async () => {
  const agent = await bed.seat('agent', admin);
  const { status, body } = await signIn(`anna:${agent.number}`);
  expect({ status, body }).toMatchObject({ status: 200 });
  const { token, me } = v.parse(enrolAnswerSchema, body);
  expect(me.member).toMatchObject({ id: agent.member, number: agent.number });
  expect(await bed.ask({ ...agent, token }, 'GET', '/v1/me')).toMatchObject({ status: 200 });
});

test('an account that is nobody’s here is refused, and so is a second one with the same agent number', async () => {
  const agent = await bed.seat('agent', admin);
  expect(await signIn('bert:no-such-number')).toMatchObject({ status: 422, body: { reason: 'bad-code' } });
  expect(await signIn(`carla:${agent.number}`)).toMatchObject({ status: 200 });
  expect(await signIn(`dora:${agent.number}`)).toMatchObject({ status: 422 });
});

test('a code without its verifier is worth nothing, and a nonce is good once', async () => {
  const agent = await bed.seat('agent', admin);
  const [begun, { verifier, challenge }] = [await start(), pkce()];
  const code = await signInAtIssuer(begun, challenge, `emil:${agent.number}`);
  expect(await finish(begun.nonce, code, pkce().verifier)).toMatchObject({ status: 422 });
  expect(await finish(begun.nonce, code, verifier)).toMatchObject({ status: 422 });
});

test('a token that the issuer’s keys did not sign for this client, now, and for this sign-in is refused', async () => {
  const agent = await bed.seat('agent', admin);
  const [own, foreign] = [await generateKeyPair('ES256'), await generateKeyPair('ES256')];
  let idToken = '';
  const server = createServer((request, response) => {
    const jwks = async () => ({ keys: [{ ...(await exportJWK(own.publicKey)), alg: 'ES256', use: 'sig' }] });
    const answers: Readonly<Record<string, () => Promise<unknown>>> = {
      '/.well-known/openid-configuration': async () => ({
        ...{ issuer: url, authorization_endpoint: `${url}/auth` },
        ...{ token_endpoint: `${url}/token`, jwks_uri: `${url}/jwks` },
      }),
      '/jwks': jwks,
      '/token': async () => ({ id_token: idToken }),
    };
    void answers[request.url ?? '']?.().then((json) => response.end(JSON.stringify(json)));
  });
  const url = await listen(server);
  await useIssuer(url);
  const good = { iss: url, aud: 'sansheng', sub: 'x', agent_number: agent.number };
  const inAnHour = Math.floor(Date.now() / 1000) + 3600;
  const attempt = async (claims: object, key = own.privateKey) => {
    const { nonce } = await start();
    const payload = { ...good, exp: inAnHour, nonce, ...claims };
    idToken = await new SignJWT(payload).setProtectedHeader({ alg: 'ES256' }).sign(key);
    return (await finish(nonce, 'code', pkce().verifier)).status;
  };
  expect(await attempt({ aud: 'another-client' })).toBe(422);
  expect(await attempt({ iss: 'https://issuer.example' })).toBe(422);
  expect(await attempt({ exp: inAnHour - 7200 })).toBe(422);
  expect(await attempt({ nonce: 'of another sign-in' })).toBe(422);
  expect(await attempt({}, foreign.privateKey)).toBe(422);
  const { nonce } = await start();
  const unsigned = [{ alg: 'none' }, { ...good, exp: inAnHour, nonce }];
  idToken = `${unsigned.map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.')}.`;
  expect((await finish(nonce, 'code', pkce().verifier)).status).toBe(422);
  expect(await attempt({})).toBe(200);
  server.close();
});
