import { once } from 'node:events';
import { WebSocket } from 'ws';
import { header, type SipRequest, type SipResponse } from '../../calls/sources/sip/message.ts';
import { replyTo } from '../../calls/sources/sip/reply-to.ts';
import { type Listener, openListener } from '../../practice/media/listener.ts';
import { type MediaPeer, openMediaPeer } from '../../practice/media/media-peer.ts';
import { openSpeaker } from '../../practice/media/speaker.ts';
import { newBranch, newTag, openConnection, type SipConnection } from '../../practice/sip/connection.ts';
import { openDialog } from '../../practice/sip/dialog.ts';
import { type DigestAlgorithm, digestResponse } from '../../practice/sip/digest.ts';

/** A phone in Node that plays and records sound: an agent's end without a browser. */
export interface NodePhone {
  readonly connection: SipConnection;
  /** Requests of the exchange, in order. */
  readonly requests: readonly SipRequest[];
  readonly listener: Listener;
  register(options?: {
    readonly expires?: number;
    readonly algorithm?: DigestAlgorithm;
  }): Promise<SipResponse>;
  /**
   * Answers the next INVITE with 180, and with 200 after `ringMs`; speaks `voice` over and over.
   */
  answerNext(voice: Uint8Array, ringMs?: number): void;
  /** BYE in the call that was answered. */
  hangUp(): Promise<number>;
  close(): void;
}

export interface NodePhoneAccount {
  readonly url: string;
  readonly user: string;
  readonly password: string;
  readonly domain: string;
}

export async function openNodePhone({ url, user, password, domain }: NodePhoneAccount): Promise<NodePhone> {
  const socket = new WebSocket(url, 'sip');
  const requests: SipRequest[] = [];
  const listener = openListener({ tone: () => {} });
  const contact = `sip:${user}@${newTag()}.invalid;transport=ws`;
  let peer: MediaPeer | undefined;
  let stop = () => {};
  let cancel = () => {};
  let onInvite: (invite: SipRequest) => void = () => {};
  let invited: SipRequest | undefined;
  const toTag = newTag();
  const connection = openConnection(0, socket, {
    onRequest(request) {
      requests.push(request);
      if (request.method === 'INVITE') onInvite(request);
      if (request.method === 'CANCEL') cancel();
      if (request.method !== 'ACK' && request.method !== 'INVITE')
        connection.send(replyTo(request, 200, { toTag }));
    },
    onClose: () => stop(),
    log: () => {},
    isAnswering: () => true,
  });
  await once(socket, 'open');

  const registerOnce = (expires: number, cseq: number, authorization?: string) => {
    const headers = [
      { name: 'via', value: `SIP/2.0/WS node.invalid;branch=${newBranch()}` },
      { name: 'max-forwards', value: '70' },
      { name: 'from', value: `<sip:${user}@${domain}>;tag=${toTag}` },
      { name: 'to', value: `<sip:${user}@${domain}>` },
      { name: 'call-id', value: `register-${toTag}` },
      { name: 'cseq', value: `${cseq} REGISTER` },
      { name: 'contact', value: `<${contact}>;expires=${expires}` },
      ...(authorization === undefined ? [] : [{ name: 'authorization', value: authorization }]),
    ];
    return response(
      connection.request({ kind: 'request', method: 'REGISTER', uri: `sip:${domain}`, headers, body: '' }),
    );
  };

  async function pickUp(invite: SipRequest, voice: Uint8Array): Promise<void> {
    peer = openMediaPeer({
      connected() {},
      lost() {},
      audio: listener.audio,
      telephoneEvent: listener.telephoneEvent,
    });
    const speaker = openSpeaker(peer.send);
    speaker.loop(voice);
    stop = () => {
      speaker.stop();
      void peer?.close();
    };
    const headers = [
      { name: 'contact', value: `<${contact}>` },
      { name: 'content-type', value: 'application/sdp' },
    ];
    invited = invite;
    connection.send(replyTo(invite, 200, { toTag, headers, body: await peer.answer(invite.body) }));
  }

  return {
    connection,
    requests,
    listener,
    async register({ expires = 600, algorithm = 'MD5' } = {}) {
      const challenged = await registerOnce(expires, 1);
      const nonce = /nonce="([^"]+)"/.exec(header(challenged, 'www-authenticate') ?? '')?.[1];
      if (nonce === undefined) return challenged;
      const proof = {
        username: user,
        realm: domain,
        nonce,
        uri: `sip:${domain}`,
        nc: '00000001',
        cnonce: 'c',
      };
      const proved = digestResponse({ ...proof, algorithm, method: 'REGISTER', password });
      const fields = { username: user, realm: domain, nonce, uri: proof.uri, cnonce: 'c', response: proved };
      const quoted = Object.entries(fields).map(([name, value]) => `${name}="${value}"`);
      return registerOnce(expires, 2, `Digest ${quoted.join(', ')}, qop=auth, nc=${proof.nc}`);
    },
    answerNext(voice, ringMs = 0) {
      onInvite = (invite) => {
        connection.send(
          replyTo(invite, 180, { toTag, headers: [{ name: 'contact', value: `<${contact}>` }] }),
        );
        const picksUp = setTimeout(() => void pickUp(invite, voice), ringMs);
        cancel = () => {
          clearTimeout(picksUp);
          connection.send(replyTo(invite, 487, { toTag }));
        };
      };
    },
    async hangUp() {
      if (invited === undefined) throw new Error('No call');
      const dialog = openDialog({
        callId: header(invited, 'call-id') ?? '',
        localTag: toTag,
        local: `<sip:${user}@${domain}>`,
        remote: '',
        remoteTarget: '',
        localContact: contact,
      });
      dialog.learn(invited);
      return (await response(connection.request(dialog.build('BYE')))).status;
    },
    close() {
      stop();
      socket.terminate();
    },
  };
}

async function response(reply: ReturnType<SipConnection['request']>): Promise<SipResponse> {
  const settled = await reply;
  if (!settled.ok) throw new Error(settled.reason);
  return settled.response;
}
