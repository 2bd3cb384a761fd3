import JsSIP from 'jssip';
import type { RTCSession } from 'jssip/lib/RTCSession';
import { IncomingRequest } from 'jssip/lib/SIPMessage';
import type { RTCSessionEvent } from 'jssip/lib/UA';

/** Runs inside the page: a stock JsSIP phone that practice-exchange.test.ts steers. */
class PagePhone {
  readonly happened: string[] = [];
  #ua: JsSIP.UA | undefined;
  readonly #calls: RTCSession[] = [];

  start(url: string, user: string, password: string, domain: string): void {
    const sockets = [new JsSIP.WebSocketInterface(url)];
    const ua = new JsSIP.UA({ sockets, uri: `sip:${user}@${domain}`, password, register: true });
    for (const name of ['registered', 'unregistered', 'registrationFailed', 'disconnected'] as const) {
      ua.on(name, () => this.happened.push(name));
    }
    ua.on('newRTCSession', (event: RTCSessionEvent) => this.#watch(event.session));
    ua.start();
    this.#ua = ua;
  }

  #watch(session: RTCSession): void {
    this.#calls.push(session);
    this.happened.push(
      `call from ${session.remote_identity.display_name} ${session.remote_identity.uri.user}`,
    );
    for (const name of ['confirmed', 'hold', 'unhold', 'refer'] as const) {
      session.on(name, () => this.happened.push(name));
    }
    session.on('ended', ({ originator, cause }) => this.happened.push(`ended ${originator} ${cause}`));
    session.on('failed', ({ originator, cause, message }) => {
      this.happened.push(`failed ${originator} ${cause}`);
      const reason = message instanceof IncomingRequest ? message.getHeader('reason') : undefined;
      if (reason !== undefined) this.happened.push(`reason ${reason}`);
    });
  }

  /** Chromium measures only what it plays. */
  #play(connection: RTCPeerConnection): void {
    connection.addEventListener('track', ({ track }) => {
      const speaker = new Audio();
      speaker.srcObject = new MediaStream([track]);
      void speaker.play();
    });
  }

  get #call(): RTCSession {
    const newest = this.#calls.at(-1);
    if (newest === undefined) throw new Error('No call');
    return newest;
  }

  answer(): void {
    this.#call.on('peerconnection', ({ peerconnection }) => this.#play(peerconnection));
    this.#call.answer({
      mediaConstraints: { audio: true, video: false },
      pcConfig: { iceServers: [] },
      // Without this JsSIP asks for no microphone when the INVITE has no offer, and never answers.
      rtcOfferConstraints: { offerToReceiveAudio: true },
    });
  }

  dial(number: string): void {
    this.#ua?.call(number, { mediaConstraints: { audio: true, video: false }, pcConfig: { iceServers: [] } });
    this.#play(this.#call.connection);
  }

  hold = (): boolean => this.#call.hold();
  unhold = (): boolean => this.#call.unhold();
  hangUp = (): void => this.#call.terminate();
  sendTones = (tones: string, transportType: 'INFO' | 'RFC2833'): void =>
    this.#call.sendDTMF(tones, { transportType: JsSIP.C.DTMF_TRANSPORT[transportType] });
  restartIce = (): boolean => this.#call.renegotiate({ rtcOfferConstraints: { iceRestart: true } });
  register = (): void => this.#ua?.register();
  stop = (): void => this.#ua?.stop();

  /** Hands the first call over to the party of the second. */
  transferToSecond(number: string): void {
    const [first, second] = this.#calls;
    if (first === undefined || second === undefined) throw new Error('Two calls are needed');
    this.#refer(first, number, { replaces: second });
  }

  transfer(number: string): void {
    this.#refer(this.#call, number, {});
  }

  #refer(call: RTCSession, number: string, options: { replaces?: RTCSession }): void {
    const record = (name: string) => () => this.happened.push(`refer ${name}`);
    const names = ['requestSucceeded', 'requestFailed', 'trying', 'accepted', 'failed'];
    call.refer(number, {
      ...options,
      eventHandlers: Object.fromEntries(names.map((name) => [name, record(name)])),
    });
  }

  /** Sum of squared samples heard so far, as getStats counts it. */
  async receivedEnergy(): Promise<number> {
    const stats = await this.#call.connection.getStats();
    const inbound = [...stats.values()].find((entry) => entry.type === 'inbound-rtp');
    return inbound?.totalAudioEnergy ?? 0;
  }
}

declare global {
  interface Window {
    phone: PagePhone;
  }
}

Object.defineProperty(window, 'phone', { value: new PagePhone() });
