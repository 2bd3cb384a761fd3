import type { CallCommand, CommandResult } from '../../../calls/call-command.ts';
import type { CallEvent, PhoneEvent } from '../../../calls/call-event.ts';
import type { CallSource, SourceNotice, SourceProblem } from '../../../calls/call-source.ts';
import type { MediaAccess } from '../../../calls/media-access.ts';
import { browserClock } from '../../../calls/sources/clock.ts';
import { DialogEventsSource } from '../../../calls/sources/dialog-events/dialog-events-source.ts';
import type { JssipSourceConfig, RegistrationTimings } from '../../../calls/sources/jssip/jssip-config.ts';
import { JssipSource } from '../../../calls/sources/jssip/jssip-source.ts';

export type PageConfig = Omit<JssipSourceConfig, 'media' | 'report' | 'notice' | 'turnAway' | 'isReady'> & {
  readonly timings?: RegistrationTimings;
  /** The phone's pauses of ten seconds and more are so many times shorter. */
  readonly hurry?: number;
  /** Address of the desk phone whose dialog events are subscribed to over this account. */
  readonly ipPhone?: string;
};

/** The API on `window.sourcePhone`; everything in it can be passed to Node as plain values. */
export interface PagePhone {
  readonly events: (CallEvent | PhoneEvent)[];
  readonly problems: SourceProblem[];
  /** The notices that hold now. */
  notices: SourceNotice[];
  readonly released: string[];
  /** The microphone of the next call: the browser's, or a refusal. */
  microphone: 'open' | 'microphone-denied' | 'no-microphone';
  start(config: PageConfig): void;
  command(command: CallCommand): Promise<CommandResult>;
  wake(): void;
  stop(): Promise<void>;
  lastConfirmedAt(): number | null;
  /** The methods of the requests that were sent, in order. */
  readonly requested: string[];
  /** How long nothing has arrived from the other side of the newest call, ms. */
  silentMs(): Promise<number>;
  /** Audio energy sent and received so far, over all open connections (W3C webrtc-stats). */
  energy(): Promise<{ sent: number; received: number; packetsSent: number; packetsReceived: number }>;
  /** Ends every microphone track, as an unplugged headset does. */
  unplugMicrophone(): void;
  /** Gives the next offer inside a call a media line that nobody can accept. */
  spoilNextOffer(): void;
  /** Makes the newest connection look cut until the source offers an ICE restart. */
  cutMedia(): void;
  /** The kind of this side's candidate that carries the newest call. */
  localCandidateKind(): Promise<string | undefined>;
  /** This side's ICE user fragment in the newest call (RFC 8839 §5.4). */
  iceUserFragment(): string | undefined;
  /** Delivers a frame as if the server had sent it. */
  deliver(frame: string): void;
}

declare global {
  interface Window {
    sourcePhone: PagePhone;
  }
}

const connections: RTCPeerConnection[] = [];
const sockets: WebSocket[] = [];
const microphones: MediaStreamTrack[] = [];

/** A browser has 500 connections at most, and those that somebody holds count, closed or not. */
function keepOpen<T>(all: T[], isOpen: (one: T) => boolean): void {
  all.splice(0, all.length, ...all.filter(isOpen));
}

window.RTCPeerConnection = class extends RTCPeerConnection {
  constructor(config?: RTCConfiguration) {
    super(config);
    keepOpen(connections, ({ connectionState }) => connectionState !== 'closed');
    connections.push(this);
  }
};
window.WebSocket = class extends WebSocket {
  constructor(url: string | URL, protocols?: string | string[]) {
    super(url, protocols);
    sockets.push(this);
  }

  override send(data: Parameters<WebSocket['send']>[0]): void {
    const method = typeof data === 'string' ? /^[A-Z]+(?= sips?:)/.exec(data)?.[0] : undefined;
    if (method !== undefined) window.sourcePhone.requested.push(method);
    const isOffer = typeof data === 'string' && data.startsWith('INVITE ') && /\r\nTo:.*;tag=/i.test(data);
    if (isOffer) for (const one of connections) Reflect.deleteProperty(one, 'iceConnectionState');
    if (spoiling && isOffer) {
      spoiling = false;
      // Same length as before, so that Content-Length stays correct.
      super.send(data.replace('m=audio', 'm=cello'));
    } else super.send(data);
  }
};

/** Limits of one answer are below it and stay as they are. */
const LONG_MS = 10_000;

let source: CallSource;
let spoiling = false;

const media: MediaAccess = {
  async getMicrophone() {
    if (window.sourcePhone.microphone !== 'open') return { ok: false, reason: window.sourcePhone.microphone };
    const audio = { echoCancellation: false, noiseSuppression: false, autoGainControl: false };
    const stream = await navigator.mediaDevices.getUserMedia({ audio });
    keepOpen(microphones, ({ readyState }) => readyState !== 'ended');
    microphones.push(...stream.getAudioTracks());
    return { ok: true, stream };
  },
  playRemote(_call, { remote: stream }) {
    const audio = new Audio();
    audio.srcObject = stream;
    void audio.play();
  },
  release: (call) => window.sourcePhone.released.push(call),
};

window.sourcePhone = {
  events: [],
  problems: [],
  notices: [],
  requested: [],
  released: [],
  microphone: 'open',
  start({ timings, hurry = 1, ipPhone, ...config }) {
    const phone = new JssipSource(
      {
        ...config,
        media,
        turnAway: () => (ipPhone === undefined ? null : 480),
        isReady: () => true,
        report: (problem) => this.problems.push(problem),
        notice: (notice, holds) => {
          this.notices = this.notices.filter((one) => one !== notice);
          if (holds) this.notices.push(notice);
        },
      },
      { ...browserClock, after: (ms, task) => browserClock.after(ms < LONG_MS ? ms : ms / hurry, task) },
      timings,
    );
    source =
      ipPhone === undefined
        ? phone
        : new DialogEventsSource({
            ...{ account: { ipPhone, over: config }, phone, clock: browserClock },
            token: () => crypto.randomUUID(),
            report: (detail) => this.problems.push({ problem: 'unreadable-frame', detail }),
          });
    source.start((event) => this.events.push(event));
  },
  command: (command) => source.command(command),
  wake: () => source.wake(),
  stop: () => source.stop(),
  lastConfirmedAt: () => source.lastConfirmedAt,
  async energy() {
    const sum = { sent: 0, received: 0, packetsSent: 0, packetsReceived: 0 };
    for (const connection of connections.filter(({ connectionState }) => connectionState !== 'closed')) {
      for (const report of (await connection.getStats()).values()) {
        if (report.type === 'media-source') sum.sent += report.totalAudioEnergy ?? 0;
        if (report.type === 'inbound-rtp') {
          sum.received += report.totalAudioEnergy ?? 0;
          sum.packetsReceived += report.packetsReceived;
        }
        if (report.type === 'outbound-rtp') sum.packetsSent += report.packetsSent;
      }
    }
    return sum;
  },
  async silentMs() {
    for (const report of ((await connections.at(-1)?.getStats()) ?? new Map()).values()) {
      if (report.type === 'inbound-rtp') return report.timestamp - report.lastPacketReceivedTimestamp;
    }
    return 0;
  },
  unplugMicrophone() {
    for (const track of microphones) {
      track.stop();
      track.dispatchEvent(new Event('ended'));
    }
  },
  spoilNextOffer() {
    spoiling = true;
  },
  cutMedia() {
    const connection = connections.at(-1);
    if (connection === undefined) throw new Error('There is no call.');
    Object.defineProperty(connection, 'iceConnectionState', { value: 'disconnected', configurable: true });
    connection.dispatchEvent(new Event('iceconnectionstatechange'));
  },
  async localCandidateKind() {
    const stats = (await connections.at(-1)?.getStats()) ?? new Map();
    const transport = [...stats.values()].find(({ type }) => type === 'transport');
    const pair = stats.get(transport?.selectedCandidatePairId);
    return stats.get(pair?.localCandidateId)?.candidateType;
  },
  iceUserFragment: () => /^a=ice-ufrag:(.+)\r?$/m.exec(connections.at(-1)?.localDescription?.sdp ?? '')?.[1],
  deliver(frame) {
    sockets.at(-1)?.dispatchEvent(new MessageEvent('message', { data: frame }));
  },
};
