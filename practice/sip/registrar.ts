import { readAddress, userOf } from '../../calls/sources/sip/address.ts';
import {
  header,
  headerValues,
  type SipHeader,
  type SipRequest,
  type SipResponse,
} from '../../calls/sources/sip/message.ts';
import { readNameAddress } from '../../calls/sources/sip/name-address.ts';
import { replyTo } from '../../calls/sources/sip/reply-to.ts';
import type { SipConnection } from './connection.ts';
import { newTag } from './connection.ts';
import type { DigestAuthenticator } from './digest.ts';

/** RFC 3261 §10.3 leaves the maximum to the registrar; JsSIP asks for 600 s. */
const LONGEST_EXPIRES_S = 3600;

export interface Binding {
  readonly user: string;
  /** Contact URI as sent; JsSIP sends for example `sip:abc@xyz.invalid;transport=ws`. */
  readonly uri: string;
  readonly connection: SipConnection;
  /** Milliseconds since the epoch. */
  readonly expiresAt: number;
}

export interface Registrar {
  register(request: SipRequest, connection: SipConnection): SipResponse;
  /** Current bindings of a user, newest first. */
  bindingsOf(user: string): readonly Binding[];
  /** The current connection of a Contact URI; a phone that reconnected has a new one. */
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
 * Registrations with digest (RFC 3261 §10.3): several contacts per user, refresh, unregister,
 * `Contact: *`.
 */
export function openRegistrar(host: RegistrarHost): Registrar {
  let bindings: readonly Binding[] = [];
  const live = () => bindings.filter((binding) => binding.expiresAt > host.now());

  function accept(request: SipRequest, user: string, connection: SipConnection): SipResponse {
    const contacts = headerValues(request, 'contact');
    if (contacts.includes('*')) {
      bindings = live().filter((binding) => binding.user !== user);
    } else {
      for (const contact of contacts) {
        const address = readNameAddress(contact);
        const asked = Number(
          address?.params.get('expires') ?? header(request, 'expires') ?? LONGEST_EXPIRES_S,
        );
        if (address === null || !(asked >= 0)) return replyTo(request, 400, { toTag: newTag() });
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
      const user = userOf(readNameAddress(header(request, 'to') ?? '')?.uri ?? '');
      const verdict = host.authenticator.judge({
        authorization: header(request, 'authorization'),
        method: 'REGISTER',
        passwordOf: host.passwordOf,
      });
      if (verdict.ok && verdict.user === user) return accept(request, verdict.user, connection);
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
 * URI parameters such as `ob` differ between REGISTER and INVITE; user and host identify the phone.
 */
function isSameContact(one: string, other: string): boolean {
  const [a, b] = [readAddress(one), readAddress(other)];
  if (a === null || b === null || a.scheme === 'tel' || b.scheme === 'tel') return false;
  return a.user === b.user && a.host === b.host;
}
