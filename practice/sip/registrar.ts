import type { SipConnection } from './connection.ts';
import { newTag } from './connection.ts';
import type { DigestAuthenticator } from './digest.ts';
import { parseNameAddr, parseSipUri, splitOutside } from './header-values.ts';
import { header, headerLines, type SipHeader, type SipRequest, type SipResponse } from './message.ts';
import { replyTo } from './reply-to.ts';

/** RFC 3261 §10.3 leaves the longest time to the registrar; JsSIP asks for 600 s. */
const LONGEST_EXPIRES_S = 3600;

export interface Binding {
  readonly user: string;
  /** Contact URI as given, in JsSIP something like `sip:abc@xyz.invalid;transport=ws`. */
  readonly uri: string;
  readonly connection: SipConnection;
  /** Milliseconds since the epoch. */
  readonly expiresAt: number;
}

export interface Registrar {
  register(request: SipRequest, connection: SipConnection): SipResponse;
  /** Live bindings of a user, newest first. */
  bindingsOf(user: string): readonly Binding[];
  /**
   * The connection over which a Contact URI is reached now; a phone that reconnected has a new one.
   */
  connectionFor(contactUri: string): SipConnection | undefined;
  dropConnection(connection: SipConnection): void;
  forget(): void;
}

export interface RegistrarHost {
  readonly authenticator: DigestAuthenticator;
  readonly passwordOf: (user: string) => string | undefined;
  readonly onChange: (user: string) => void;
  readonly now: () => number;
}

/**
 * Registrations by digest (RFC 3261 §10.3): several contacts a user, refresh, unregister, `Contact:
 * *`.
 */
export function openRegistrar(host: RegistrarHost): Registrar {
  let bindings: readonly Binding[] = [];
  const live = () => bindings.filter((binding) => binding.expiresAt > host.now());

  function accept(request: SipRequest, user: string, connection: SipConnection): SipResponse {
    const contacts = headerLines(request, 'contact').flatMap((line) => splitOutside(line, ','));
    if (contacts.includes('*')) {
      bindings = live().filter((binding) => binding.user !== user);
    } else {
      for (const contact of contacts) {
        const address = parseNameAddr(contact);
        const asked = Number(
          address?.params.get('expires') ?? header(request, 'expires') ?? LONGEST_EXPIRES_S,
        );
        if (address === undefined || !(asked >= 0)) return replyTo(request, 400, { toTag: newTag() });
        const expiresAt = host.now() + Math.min(asked, LONGEST_EXPIRES_S) * 1000;
        const others = live().filter((binding) => binding.uri !== address.uri);
        bindings = asked === 0 ? others : [{ user, uri: address.uri, connection, expiresAt }, ...others];
      }
    }
    host.onChange(user);
    const headers = live()
      .filter((binding) => binding.user === user)
      .map((binding): SipHeader => {
        const left = Math.max(1, Math.round((binding.expiresAt - host.now()) / 1000));
        return { name: 'contact', value: `<${binding.uri}>;expires=${left}` };
      });
    return replyTo(request, 200, { toTag: newTag(), headers });
  }

  return {
    register(request, connection) {
      const aor = parseSipUri(parseNameAddr(header(request, 'to') ?? '')?.uri ?? '');
      const verdict = host.authenticator.judge({
        authorization: header(request, 'authorization'),
        method: 'REGISTER',
        passwordOf: host.passwordOf,
      });
      if (verdict.ok && verdict.user === aor?.user) return accept(request, verdict.user, connection);
      if (verdict.ok) return replyTo(request, 403, { toTag: newTag() });
      const value = host.authenticator.challenge(verdict.reason === 'stale');
      return replyTo(request, 401, { toTag: newTag(), headers: [{ name: 'www-authenticate', value }] });
    },
    bindingsOf: (user) => live().filter((binding) => binding.user === user && binding.connection.isOpen()),
    connectionFor: (contactUri) =>
      live().find((binding) => isSameContact(binding.uri, contactUri))?.connection,
    dropConnection(connection) {
      const dropped = bindings.filter((binding) => binding.connection === connection);
      bindings = bindings.filter((binding) => binding.connection !== connection);
      for (const { user } of dropped) host.onChange(user);
    },
    forget() {
      bindings = [];
    },
  };
}

/**
 * URI parameters such as `ob` come and go between REGISTER and INVITE; user and host name the
 * phone.
 */
function isSameContact(one: string, other: string): boolean {
  const [a, b] = [parseSipUri(one), parseSipUri(other)];
  return a !== undefined && a.user === b?.user && a.host === b.host;
}
