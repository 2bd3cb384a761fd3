import { createLocalJWKSet, jwtVerify } from 'jose';
import * as v from 'valibot';
import type { Oidc } from '../../contract/api/members/organisation.ts';
import type { FetchIssuer } from './fetch-issuer.ts';

/** The used part of OpenID Connect Discovery 1.0 §3. */
const discoverySchema = v.object({
  issuer: v.string(),
  authorization_endpoint: v.pipe(v.string(), v.url()),
  token_endpoint: v.pipe(v.string(), v.url()),
  jwks_uri: v.pipe(v.string(), v.url()),
});

const tokenAnswerSchema = v.object({ id_token: v.string() });

/** Neither `none` nor symmetric algorithms: a public client has no shared secret. */
const ALGORITHMS = ['RS256', 'PS256', 'ES256', 'EdDSA'];

/** RFC 7517 §5; the library checks each key that it uses. */
const keysSchema = v.object({ keys: v.array(v.looseObject({ kty: v.string() })) });

interface Issuer {
  readonly authorizationEndpoint: string;
  readonly tokenEndpoint: string;
  readonly keysAddress: string;
}

export interface Exchange {
  readonly code: string;
  readonly codeVerifier: string;
  readonly redirectUri: string;
  readonly nonce: string;
}

/**
 * Null: unreachable, another issuer, or one that names another host or plain http. Not cached:
 * sign-ins are few, and endpoints may move.
 */
export async function findIssuer({ issuer }: Oidc, fetchIssuer: FetchIssuer): Promise<Issuer | null> {
  const answer = await fetchIssuer(`${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`);
  const parsed = v.safeParse(discoverySchema, answer);
  if (!parsed.success || parsed.output.issuer !== issuer) return null;
  const { authorization_endpoint, token_endpoint, jwks_uri } = parsed.output;
  // The issuer itself is https, or on this machine (fetch-issuer.ts).
  const { origin } = new URL(issuer);
  const named = [authorization_endpoint, token_endpoint, jwks_uri];
  if (named.some((address) => new URL(address).origin !== origin)) return null;
  return {
    authorizationEndpoint: authorization_endpoint,
    tokenEndpoint: token_endpoint,
    keysAddress: jwks_uri,
  };
}

/**
 * Exchanges the code with its PKCE verifier (RFC 7636) and gives the claims of the ID token.
 * Verifies signature, audience, times and nonce; null if one of them is wrong.
 */
export async function exchangeCode(
  oidc: Oidc,
  issuer: Issuer,
  { code, codeVerifier, redirectUri, nonce }: Exchange,
  fetchIssuer: FetchIssuer,
): Promise<Readonly<Record<string, unknown>> | null> {
  const form = {
    ...{ grant_type: 'authorization_code', client_id: oidc.clientId },
    ...{ code, code_verifier: codeVerifier, redirect_uri: redirectUri },
  };
  const answer = v.safeParse(
    tokenAnswerSchema,
    await fetchIssuer(issuer.tokenEndpoint, new URLSearchParams(form)),
  );
  if (!answer.success) return null;
  const keys = v.safeParse(keysSchema, await fetchIssuer(issuer.keysAddress));
  if (!keys.success) return null;
  try {
    const verified = await jwtVerify(answer.output.id_token, createLocalJWKSet(keys.output), {
      issuer: oidc.issuer,
      audience: oidc.clientId,
      algorithms: ALGORITHMS,
      requiredClaims: ['sub', 'exp', 'nonce'],
    });
    return verified.payload['nonce'] === nonce ? verified.payload : null;
  } catch {
    return null;
  }
}
