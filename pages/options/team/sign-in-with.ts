import { browser } from 'wxt/browser';
import { callServer } from '../../../browser/server/call-server.ts';
import { type EnrolAnswer, signInApi } from '../../../contract/api/members/enrolment.ts';
import type { ServerAnswer } from '../../../contract/api/server-answer.ts';

/**
 * `account-refused`: not a member of the organisation, or another account than the one bound to the
 * number.
 */
export type SignInProblem = 'cancelled' | 'account-refused';

/**
 * The company's sign-in: OpenID Connect, authorization code with PKCE (RFC 7636) in a browser
 * window. The team's server exchanges the code, so the issuer's tokens never reach the extension.
 */
export async function signInWith(
  server: string,
  organisation: string,
  label: string,
): Promise<ServerAnswer<EnrolAnswer> | { readonly ok: false; readonly reason: SignInProblem }> {
  const address = { server, token: null };
  const start = await callServer(address, signInApi.start, { body: { organisation } });
  if (!start.ok) return start;
  const { authorizationEndpoint, clientId, scope, nonce } = start.value;
  const redirectUri = browser.identity.getRedirectURL();
  const codeVerifier = base64Url(crypto.getRandomValues(new Uint8Array(32)));
  const state = base64Url(crypto.getRandomValues(new Uint8Array(16)));
  const challenge = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(codeVerifier));
  const url = new URL(authorizationEndpoint);
  const parameters = {
    ...{ response_type: 'code', client_id: clientId, redirect_uri: redirectUri, scope, nonce, state },
    ...{ code_challenge: base64Url(new Uint8Array(challenge)), code_challenge_method: 'S256' },
    // Agents share computers: the previous agent must not be signed in again silently (OIDC Core
    // §3.1.2.1).
    prompt: 'login',
  };
  for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value);
  const landed = await ask(url.href);
  const answer = landed === null ? null : new URL(landed).searchParams;
  const code = answer?.get('code') ?? null;
  if (code === null || answer?.get('state') !== state) return { ok: false, reason: 'cancelled' };
  const finish = { organisation, nonce, code, codeVerifier, redirectUri, label };
  const answered = await callServer(address, signInApi.finish, { body: finish });
  const isNobody = !answered.ok && answered.reason === 'bad-code';
  return isNobody ? { ok: false, reason: 'account-refused' } : answered;
}

/** The address at the end of the sign-in; null if the window was closed or the issuer refused. */
async function ask(url: string): Promise<string | null> {
  try {
    return (await browser.identity.launchWebAuthFlow({ url, interactive: true })) ?? null;
  } catch (error) {
    // The browsers report every failure as one error with a sentence.
    console.info('sign-in: came to nothing', error);
    return null;
  }
}

function base64Url(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}
