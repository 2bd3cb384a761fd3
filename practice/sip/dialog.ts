import { randomBytes } from 'node:crypto';
import { splitOutside } from '../../calls/sources/sip/header-values.ts';
import {
  header,
  headerLines,
  type SipHeader,
  type SipMessage,
  type SipRequest,
} from '../../calls/sources/sip/message.ts';
import { readNameAddress } from '../../calls/sources/sip/name-address.ts';
import { newBranch, newTag } from './connection.ts';

/** A dialog (RFC 3261 §12). */
export interface Dialog {
  readonly callId: string;
  readonly localTag: string;
  remoteTag(): string | undefined;
  /** The other side's Contact: the target of our requests. */
  remoteTarget(): string;
  /** Reads tag, Contact and route set from a message of the other side. */
  learn(message: SipMessage): void;
  /** A request with the next CSeq, or with `cseq` for ACK and CANCEL. */
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
  /** name-addr, with the tag once it is known. */
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
    remoteTag: () => readNameAddress(remote)?.params.get('tag'),
    remoteTarget: () => target,
    learn(message) {
      const theirs = header(message, message.kind === 'request' ? 'from' : 'to');
      if (theirs !== undefined && readNameAddress(theirs)?.params.has('tag')) remote = theirs;
      const contact = readNameAddress(header(message, 'contact') ?? '');
      if (contact !== null) target = contact.uri;
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
 * ACK to a non-2xx, or CANCEL: branch, CSeq number and target of the INVITE (RFC 3261 §9.1,
 * §17.1.1.3).
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
