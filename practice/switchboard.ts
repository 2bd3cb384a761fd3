import { setTimeout as sleep } from 'node:timers/promises';
import { userOf } from '../calls/sources/sip/address.ts';
import { header, type SipRequest, type SipResponse } from '../calls/sources/sip/message.ts';
import { readNameAddress } from '../calls/sources/sip/name-address.ts';
import { replyTo } from '../calls/sources/sip/reply-to.ts';
import { handleInDialogRequest } from './call/in-dialog.ts';
import { ALLOW } from './call/invite-parts.ts';
import type { PracticeCall } from './call/practice-call.ts';
import type { TransferHost } from './call/transfer.ts';
import { openCallFactory } from './call-factory.ts';
import { type CallList, openCallList } from './call-list.ts';
import { DEFAULT_CALLEES, type ExchangeOptions } from './exchange-options.ts';
import { openRegistrations, type Registrations } from './registrations.ts';
import type { Scenario } from './scenario.ts';
import { newBranch, newTag, type SipConnection } from './sip/connection.ts';
import { openDigestAuthenticator } from './sip/digest.ts';

export interface ReceivedRequest {
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly connection: number;
  readonly request: SipRequest;
}

export interface Switchboard {
  readonly requests: readonly ReceivedRequest[];
  readonly registrations: Registrations;
  readonly calls: CallList;
  ring(scenario: Scenario, to: { readonly user: string }): PracticeCall;
  handle(request: SipRequest, connection: SipConnection): void;
}

/** Decides the answer to every request of a phone. `contact` is the exchange's own address. */
export function openSwitchboard(
  options: ExchangeOptions,
  domain: string,
  contact: () => string,
): Switchboard {
  const log = options.log ?? (() => {});
  const authenticator = openDigestAuthenticator(domain, options.digest ?? 'MD5');
  const passwords = new Map(options.users.map(({ user, password }) => [user, password]));
  const registrations = openRegistrations(passwords, authenticator);
  const callees = options.callees ?? DEFAULT_CALLEES;
  const calls = openCallList();
  const factory = openCallFactory({ domain, contact, calls, registrar: registrations, log });
  const requests: ReceivedRequest[] = [];

  const transfers: TransferHost = {
    refuses: (number) => options.refusedTransfers?.[number] ?? null,
    findCall(callId) {
      const session = calls.get(callId)?.session;
      return session?.state() === 'established' ? session : undefined;
    },
    async tryNumber(number) {
      const callee = callees[number];
      if (callee === undefined) return 404;
      if (callee.does === 'ring-on') return 480;
      await sleep(callee.afterMs);
      return callee.does === 'refuse' ? callee.sipStatus : 200;
    },
  };

  /** Null if the call itself answers. */
  function handleInvite(invite: SipRequest, connection: SipConnection): SipResponse | null {
    const verdict = authenticator.judge({
      authorization: header(invite, 'proxy-authorization'),
      method: 'INVITE',
      passwordOf: (user) => passwords.get(user),
    });
    if (!verdict.ok) {
      const value = authenticator.challenge(verdict.reason === 'stale');
      return replyTo(invite, 407, { toTag: newTag(), headers: [{ name: 'proxy-authenticate', value }] });
    }
    const number = userOf(invite.uri) ?? '';
    const callee = callees[number];
    if (callee === undefined) return replyTo(invite, 404, { toTag: newTag() });
    factory.acceptInvite(invite, number, callee, connection);
    return null;
  }

  /** To a user, OPTIONS goes where a call would go (RFC 3261 §11.1); else the exchange answers. */
  function answerOptions(request: SipRequest, connection: SipConnection): SipResponse | null {
    const [phone] = registrations.bindingsOf(userOf(request.uri) ?? '');
    if (phone === undefined) {
      return replyTo(request, 200, { toTag: newTag(), headers: [{ name: 'allow', value: ALLOW }] });
    }
    const via = { name: 'via', value: `SIP/2.0/WS practice.invalid;branch=${newBranch()}` };
    const forwarded = { ...request, uri: phone.uri, headers: [via, ...request.headers] };
    void phone.connection.request(forwarded).then((reply) => {
      connection.send(
        reply.ok
          ? { ...reply.response, headers: reply.response.headers.slice(1) }
          : replyTo(request, 408, { toTag: newTag() }),
      );
    });
    return null;
  }

  function handleOutOfDialog(request: SipRequest, connection: SipConnection): SipResponse | null {
    switch (request.method) {
      case 'REGISTER':
        return registrations.register(request, connection);
      case 'INVITE':
        return handleInvite(request, connection);
      case 'OPTIONS':
        return answerOptions(request, connection);
      case 'ACK':
        return null;
      case 'BYE':
      case 'CANCEL':
        return replyTo(request, 481, { toTag: newTag() });
      default:
        return replyTo(request, 405, { toTag: newTag(), headers: [{ name: 'allow', value: ALLOW }] });
    }
  }

  function handleInDialog(request: SipRequest, connection: SipConnection): SipResponse | null {
    const session = calls.get(header(request, 'call-id') ?? '')?.session;
    if (session === undefined) return request.method === 'ACK' ? null : replyTo(request, 481);
    session.receivedOn(connection);
    handleInDialogRequest(session, request, { contact: contact(), transfers });
    return null;
  }

  return {
    requests,
    registrations,
    calls,
    ring(scenario, { user }) {
      const phone = registrations.bindingsOf(user)[0];
      if (phone === undefined) throw new Error(`${user} is not registered`);
      return factory.ringOut(scenario, phone);
    },
    handle(request, connection) {
      requests.push({ at: Date.now(), connection: connection.id, request });
      const dialled = calls.get(header(request, 'call-id') ?? '')?.accepted;
      if (request.method === 'CANCEL' && dialled) {
        dialled.cancel(request);
        return;
      }
      const inDialog = readNameAddress(header(request, 'to') ?? '')?.params.has('tag') === true;
      const response = inDialog
        ? handleInDialog(request, connection)
        : handleOutOfDialog(request, connection);
      if (response !== null) connection.send(response);
    },
  };
}
