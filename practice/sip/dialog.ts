import { randomBytes } from 'node:crypto';
import { newBranch, newTag } from './connection.ts';
import { parseNameAddr, splitOutside } from './header-values.ts';
import { header, headerLines, type SipHeader, type SipMessage, type SipRequest } from './message.ts';

/** Both ends of a call as SIP knows them (RFC 3261 §12). */
export interface Dialog {
  readonly callId: string;
  readonly localTag: string;
  remoteTag(): string | undefined;
  /** Where requests of this side go: the other side's Contact. */
  remoteTarget(): string;
  /** Takes tag, Contact and route set of a message from the other side. */
  learn(message: SipMessage): void;
  /** A request of this side with the next CSeq, or with `cseq` for ACK and CANCEL. */
  build(method: string, extras?: RequestExtras): SipRequest;
}

export interface RequestExtras {
  readonly headers?: readonly SipHeader[];
  readonly body?: string;
  readonly cseq?: number;
}

export interface DialogStart {
  readonly callId?: string;
  readonly localTag?: string;
  /** name-addr without tag. */
  readonly local: string;
  /** name-addr, with the tag if there is one already. */
  readonly remote: string;
  readonly remoteTarget: string;
  readonly localContact: string;
}

export function openDialog(start: DialogStart): Dialog {
  const callId = start.callId ?? randomBytes(12).toString('hex');
  const localTag = start.localTag ?? newTag();
  let remote = start.remote;
  let target = start.remoteTarget;
  let routes: readonly string[] = [];
  let cseq = 0;
  return {
    callId,
    localTag,
    remoteTag: () => parseNameAddr(remote)?.params.get('tag'),
    remoteTarget: () => target,
    learn(message) {
      const theirs = header(message, message.kind === 'request' ? 'from' : 'to');
      if (theirs !== undefined && parseNameAddr(theirs)?.params.has('tag')) remote = theirs;
      const contact = parseNameAddr(header(message, 'contact') ?? '');
      if (contact !== undefined) target = contact.uri;
      const recorded = headerLines(message, 'record-route').flatMap((line) => splitOutside(line, ','));
      if (recorded.length > 0) routes = message.kind === 'response' ? recorded.toReversed() : recorded;
    },
    build(method, extras = {}) {
      if (extras.cseq === undefined) cseq++;
      return {
        kind: 'request',
        method,
        uri: target,
        headers: [
          { name: 'via', value: `SIP/2.0/WS practice.invalid;branch=${newBranch()}` },
          { name: 'max-forwards', value: '70' },
          ...routes.map((value) => ({ name: 'route', value })),
          { name: 'from', value: `${start.local};tag=${localTag}` },
          { name: 'to', value: remote },
          { name: 'call-id', value: callId },
          { name: 'cseq', value: `${extras.cseq ?? cseq} ${method}` },
          { name: 'contact', value: `<${start.localContact}>` },
          { name: 'user-agent', value: 'Sansheng practice' },
          ...(extras.headers ?? []),
        ],
        body: extras.body ?? '',
      };
    },
  };
}

/**
 * ACK to a non-2xx, or CANCEL: same branch, same CSeq number, same target as the INVITE (RFC 3261
 * §9.1, §17.1.1.3).
 */
export function companionOf(
  invite: SipRequest,
  method: 'ACK' | 'CANCEL',
  to?: string,
  extra: readonly SipHeader[] = [],
): SipRequest {
  const kept = ['via', 'max-forwards', 'route', 'from', 'to', 'call-id', 'cseq'];
  const headers = invite.headers
    .filter(({ name }) => kept.includes(name))
    .map(({ name, value }) => {
      if (name === 'cseq') return { name, value: value.replace(/\S+$/, method) };
      return name === 'to' && to !== undefined ? { name, value: to } : { name, value };
    });
  return { ...invite, method, headers: [...headers, ...extra], body: '' };
}
