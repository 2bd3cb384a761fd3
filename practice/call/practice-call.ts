import { loadAudio } from '../load-audio.ts';
import type { ReceivedAudio } from '../media/listener.ts';
import { withGain } from '../media/mulaw.ts';
import type { Milestone, MilestoneOf, MilestoneType, UntilOptions } from './milestone.ts';
import { offerAgain } from './renegotiate.ts';
import type { Ringing } from './ring-agent.ts';
import type { Session } from './session.ts';
import type { AudioWaitOptions } from './voice.ts';

/** A call between a practice caller (or callee) and the agent, for tests to observe and control. */
export interface PracticeCall {
  readonly callId: string;
  readonly direction: 'to-agent' | 'from-agent';
  /** The number of the practice side. */
  readonly number: string;
  /**
   * The value of a Replaces header for this call (RFC 3891 §3), as the agent's phone identifies it.
   */
  replaces(): string;
  timeline(): readonly Milestone[];
  /**
   * The nth milestone of a type, past or future; rejects with the timeline on timeout or when the
   * call ends.
   */
  until<T extends MilestoneType>(type: T, options?: UntilOptions): Promise<MilestoneOf<T>>;
  /** The agent's audio received so far. */
  received(): ReceivedAudio;
  /** Waits for half a second of the agent's voice from now on; resolves with its RMS, 0…1. */
  waitForAudio(options?: AudioWaitOptions): Promise<number>;
  /** Plays a file of practice/audio once; settles at its end. */
  speak(audio: string, gainDb?: number): Promise<void>;
  /** Plays a file of practice/audio in a loop. */
  loop(audio: string, gainDb?: number): void;
  /** Sends silence from now on. */
  hush(): void;
  /** Sends no media packets, like a broken network path. */
  stopRtp(): void;
  resumeRtp(): void;
  /** The caller puts the agent on hold. False if the agent's phone refuses. */
  hold(): Promise<boolean>;
  resume(): Promise<boolean>;
  /** Sends a new offer with fresh ICE credentials. */
  restartIce(): Promise<boolean>;
  /**
   * The exchange says who the agent is connected with now (RFC 3325 in an UPDATE), as after a
   * transfer. False if the agent's phone refuses.
   */
  identify(asserted: string): Promise<boolean>;
  /** Sends BYE; before the answer, the same as `cancel`. */
  hangUp(): Promise<void>;
  /** Cancels while ringing; `elsewhere` says that another phone answered. */
  cancel(options?: { readonly elsewhere?: boolean }): Promise<void>;
}

export interface PracticeCallParts {
  readonly session: Session;
  readonly direction: 'to-agent' | 'from-agent';
  readonly number: string;
  /** The outgoing INVITE; null for calls that the agent dialled. */
  readonly ringing: Ringing | null;
}

export function openPracticeCall({ session, direction, number, ringing }: PracticeCallParts): PracticeCall {
  const { timeline, voice } = session;
  let heldByCaller = false;

  async function setHold(hold: boolean): Promise<boolean> {
    if (session.state() !== 'established' || hold === heldByCaller) return false;
    const agreed = await offerAgain(session, hold ? 'sendonly' : 'sendrecv');
    if (!agreed) return false;
    heldByCaller = hold;
    timeline.record({ type: hold ? 'held' : 'resumed', by: 'caller' });
    return true;
  }

  const call: PracticeCall = {
    callId: session.dialog.callId,
    direction,
    number,
    replaces: () => {
      const { callId, localTag, remoteTag } = session.dialog;
      return `${callId};to-tag=${remoteTag() ?? ''};from-tag=${localTag}`;
    },
    timeline: timeline.all,
    until: timeline.until,
    received: voice.received,
    waitForAudio: voice.waitForAudio,
    speak: (audio, gainDb = 0) => voice.speaker.play(withGain(loadAudio(audio), gainDb)),
    loop: (audio, gainDb = 0) => voice.speaker.loop(withGain(loadAudio(audio), gainDb)),
    hush: voice.speaker.hush,
    stopRtp: voice.speaker.stopPackets,
    resumeRtp: voice.speaker.resumePackets,
    hold: () => setHold(true),
    resume: () => setHold(false),
    async identify(asserted) {
      const headers = [{ name: 'p-asserted-identity', value: asserted }];
      const reply = await session.ask('UPDATE', { headers });
      return reply.ok && reply.response.status < 300;
    },
    restartIce: () => offerAgain(session, heldByCaller ? 'sendonly' : 'sendrecv', true),
    async hangUp() {
      if (session.state() === 'setting-up') return call.cancel();
      if (session.state() === 'ended') return;
      const bye = session.ask('BYE');
      session.end({ how: 'hung-up', by: 'caller' });
      await bye;
    },
    async cancel({ elsewhere = false } = {}) {
      if (session.state() === 'setting-up') await ringing?.cancel(elsewhere);
    },
  };
  return call;
}
