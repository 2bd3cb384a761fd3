import { setTimeout as sleep } from 'node:timers/promises';
import { takeInDialog } from './call/in-dialog.ts';
import { ALLOW } from './call/invite-parts.ts';
import type { PracticeCall } from './call/practice-call.ts';
import type { TransferDesk } from './call/transfer.ts';
import { openCallFactory } from './call-factory.ts';
import { type CallList, openCallList } from './call-list.ts';
import { DEFAULT_CALLEES, type ExchangeOptions } from './exchange-options.ts';
import { openRegistrations, type Registrations } from './registrations.ts';
import type { Scenario } from './scenario.ts';
import { newTag, type SipConnection } from './sip/connection.ts';
import { openDigestGate } from './sip/digest.ts';
import { parseNameAddr, parseSipUri } from './sip/header-values.ts';
import { header, type SipRequest, type SipResponse } from './sip/message.ts';
import { replyTo } from './sip/reply-to.ts';

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
  take(request: SipRequest, connection: SipConnection): void;
}

/** Decides what every request of a phone is answered with. `contact` is the exchange's own address. */
export function openSwitchboard(
  options: ExchangeOptions,
  domain: string,
  contact: () => string,
): Switchboard {
  const log = options.log ?? (() => {});
  const gate = openDigestGate(domain, options.digest ?? 'MD5');
  const passwords = new Map(options.users.map(({ user, password }) => [user, password]));
  const registrations = openRegistrations(passwords, gate);
  const callees = options.callees ?? DEFAULT_CALLEES;
  const calls = openCallList();
  const factory = openCallFactory({ domain, contact, calls, registrar: registrations, log });
  const requests: ReceivedRequest[] = [];

  const desk: TransferDesk = {
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
      return callee.does === 'answer' ? 200 : callee.sipStatus;
    },
  };

  /** Null where the call itself will answer. */
  function takeInvite(invite: SipRequest, connection: SipConnection): SipResponse | null {
    const verdict = gate.judge({
      authorization: header(invite, 'proxy-authorization'),
      method: 'INVITE',
      passwordOf: (user) => passwords.get(user),
    });
    if (!verdict.ok) {
      const value = gate.challenge(verdict.reason === 'stale');
      return replyTo(invite, 407, { toTag: newTag(), headers: [{ name: 'proxy-authenticate', value }] });
    }
    const number = parseSipUri(invite.uri)?.user ?? '';
    const callee = callees[number];
    if (callee === undefined) return replyTo(invite, 404, { toTag: newTag() });
    factory.takeIn(invite, number, callee, connection);
    return null;
  }

  function takeOutside(request: SipRequest, connection: SipConnection): SipResponse | null {
    switch (request.method) {
      case 'REGISTER':
        return registrations.register(request, connection);
      case 'INVITE':
        return takeInvite(request, connection);
      case 'OPTIONS':
        return replyTo(request, 200, { toTag: newTag(), headers: [{ name: 'allow', value: ALLOW }] });
      case 'ACK':
        return null;
      case 'BYE':
      case 'CANCEL':
        return replyTo(request, 481, { toTag: newTag() });
      default:
        return replyTo(request, 405, { toTag: newTag(), headers: [{ name: 'allow', value: ALLOW }] });
    }
  }

  function takeInside(request: SipRequest, connection: SipConnection): SipResponse | null {
    const session = calls.get(header(request, 'call-id') ?? '')?.session;
    if (session === undefined) return request.method === 'ACK' ? null : replyTo(request, 481);
    session.heardOn(connection);
    takeInDialog(session, request, { contact: contact(), desk });
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
    take(request, connection) {
      requests.push({ at: Date.now(), connection: connection.id, request });
      const dialled = calls.get(header(request, 'call-id') ?? '')?.taken;
      if (request.method === 'CANCEL' && dialled) {
        dialled.cancel(request);
        return;
      }
      const inDialog = parseNameAddr(header(request, 'to') ?? '')?.params.has('tag') === true;
      const response = inDialog ? takeInside(request, connection) : takeOutside(request, connection);
      if (response !== null) connection.send(response);
    },
  };
}
