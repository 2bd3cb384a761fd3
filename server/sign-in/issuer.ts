import { createRemoteJWKSet, type JWTVerifyGetKey, jwtVerify } from 'jose';
import * as v from 'valibot';
import type { Oidc } from '../../contract/api/members/organisation.ts';

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

const TIMEOUT_MS = 5_000;

interface Issuer {
  readonly authorizationEndpoint: string;
  readonly tokenEndpoint: string;
  readonly keys: JWTVerifyGetKey;
}

export interface Exchange {
  readonly code: string;
  readonly codeVerifier: string;
  readonly redirectUri: string;
  readonly nonce: string;
}

/** Null: unreachable, or another issuer. Not cached: sign-ins are few, and endpoints may move. */
export async function findIssuer({ issuer }: Oidc): Promise<Issuer | null> {
  const url = `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`;
  const parsed = v.safeParse(discoverySchema, await fetchJson(url, { method: 'GET' }));
  if (!parsed.success || parsed.output.issuer !== issuer) return null;
  const { authorization_endpoint, token_endpoint, jwks_uri } = parsed.output;
  const keys = createRemoteJWKSet(new URL(jwks_uri), { timeoutDuration: TIMEOUT_MS });
  return { authorizationEndpoint: authorization_endpoint, tokenEndpoint: token_endpoint, keys };
}

/**
 * Exchanges the code with its PKCE verifier (RFC 7636) and gives the claims of the ID token.
 * Verifies signature, audience, times and nonce; null if one of them is wrong.
 */
export async function exchangeCode(
  oidc: Oidc,
  issuer: Issuer,
  { code, codeVerifier, redirectUri, nonce }: Exchange,
): Promise<Readonly<Record<string, unknown>> | null> {
  const form = {
    ...{ grant_type: 'authorization_code', client_id: oidc.clientId },
    ...{ code, code_verifier: codeVerifier, redirect_uri: redirectUri },
  };
  const body = new URLSearchParams(form);
  const answer = v.safeParse(
    tokenAnswerSchema,
    await fetchJson(issuer.tokenEndpoint, { method: 'POST', body }),
  );
  if (!answer.success) return null;
  try {
    const verified = await jwtVerify(answer.output.id_token, issuer.keys, {
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

async function fetchJson(url: string, init: RequestInit): Promise<unknown> {
  try {
    const response = await fetch(url, {
      ...init,
      redirect: 'error',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    const json: unknown = response.ok ? await response.json() : null;
    return json;
  } catch {
    return null;
  }
}
