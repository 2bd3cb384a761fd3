import { createHash, randomBytes } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import { Provider } from 'oidc-provider';

export const REDIRECT = 'https://sansheng.example/oauth';

/** A third-party OpenID Connect provider on this machine. Accounts are `SUBJECT:AGENT-NUMBER`. */
export async function startIssuer(
  redirect = REDIRECT,
): Promise<{ readonly url: string; readonly close: () => void }> {
  const server = createServer();
  const url = await listen(server);
  const provider = new Provider(url, {
    clients: [
      {
        client_id: 'sansheng',
        redirect_uris: [redirect],
        grant_types: ['authorization_code'],
        response_types: ['code'],
        token_endpoint_auth_method: 'none',
      },
    ],
    conformIdTokenClaims: false,
    claims: { openid: ['sub'], profile: ['agent_number'] },
    findAccount: (_context, id) => ({
      accountId: id,
      claims: () => ({ sub: id.split(':')[0] ?? id, agent_number: id.split(':')[1] ?? '' }),
    }),
    cookies: { keys: [randomBytes(16).toString('hex')] },
  });
  server.on('request', provider.callback());
  return { url, close: () => server.close() };
}

export async function listen(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('The system gave no port.');
  return `http://127.0.0.1:${address.port}`;
}

export function pkce(): { readonly verifier: string; readonly challenge: string } {
  const verifier = randomBytes(32).toString('base64url');
  return { verifier, challenge: createHash('sha256').update(verifier).digest('base64url') };
}

/** Does what launchWebAuthFlow does: signs in, agrees, and gives the redirect with the code. */
export async function signInAtIssuer(
  start: {
    readonly authorizationEndpoint: string;
    readonly clientId: string;
    readonly scope: string;
    readonly nonce: string;
  },
  challenge: string,
  account: string,
): Promise<string> {
  const cookies = new Map<string, string>();
  const query = new URLSearchParams({
    ...{ client_id: start.clientId, redirect_uri: REDIRECT, response_type: 'code', scope: start.scope },
    ...{ nonce: start.nonce, code_challenge: challenge, code_challenge_method: 'S256' },
  });
  let url = `${start.authorizationEndpoint}?${query}`;
  let form: URLSearchParams | null = null;
  for (let step = 0; step < 12; step += 1) {
    const answer = await fetch(url, {
      method: form === null ? 'GET' : 'POST',
      redirect: 'manual',
      headers: { cookie: Array.from(cookies, ([name, value]) => `${name}=${value}`).join('; ') },
      ...(form === null ? {} : { body: form }),
    });
    for (const line of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      cookies.set(name, value);
    }
    const location = answer.headers.get('location');
    form = null;
    if (location?.startsWith(REDIRECT)) return new URL(location).searchParams.get('code') ?? '';
    if (location !== null) url = new URL(location, url).href;
    else {
      const page = await answer.text();
      const prompt = /name="prompt" value="(\w+)"/.exec(page)?.[1] ?? '';
      url = new URL(/action="([^"]+)"/.exec(page)?.[1] ?? url, url).href;
      form = new URLSearchParams({ prompt, login: account, password: 'any' });
    }
  }
  throw new Error('The issuer gave no code.');
}
