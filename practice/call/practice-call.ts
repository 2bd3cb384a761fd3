import { loadAudio } from '../audio-file.ts';
import type { ReceivedAudio } from '../media/listener.ts';
import { withGain } from '../media/mulaw.ts';
import type { Milestone, MilestoneOf, MilestoneType, UntilOptions } from './milestone.ts';
import { offerAgain } from './renegotiate.ts';
import type { Ringing } from './ring-agent.ts';
import type { Session } from './session.ts';
import type { AudioWaitOptions } from './voice.ts';

/** One call between a practice caller (or callee) and the agent, to wait on and to steer. */
export interface PracticeCall {
  readonly callId: string;
  readonly direction: 'to-agent' | 'from-agent';
  /** The practice side's number: the caller's, or the one that the agent dialled. */
  readonly number: string;
  /** For a Replaces header (RFC 3891 §3): this call, as the agent's phone knows it. */
  replaces(): string;
  timeline(): readonly Milestone[];
  /**
   * The nth milestone of a type, past or to come; rejects with the timeline when time or the call
   * is over.
   */
  until<T extends MilestoneType>(type: T, options?: UntilOptions): Promise<MilestoneOf<T>>;
  /** What was heard from the agent so far. */
  received(): ReceivedAudio;
  /** Waits for half a second of the agent's voice from now on; resolves with its RMS, 0…1. */
  waitForAudio(options?: AudioWaitOptions): Promise<number>;
  /** Says a file of practice/audio once; settles when it was said. */
  speak(audio: string, gainDb?: number): Promise<void>;
  /** Plays a file of practice/audio over and over. */
  loop(audio: string, gainDb?: number): void;
  /** Sends silence from now on. */
  hush(): void;
  /** Sends no media packets at all, as when a network path breaks. */
  stopRtp(): void;
  resumeRtp(): void;
  /** The caller puts the agent on hold. False if the agent's phone would not have it. */
  hold(): Promise<boolean>;
  resume(): Promise<boolean>;
  /** Offers anew with fresh ICE credentials. */
  restartIce(): Promise<boolean>;
  /** BYE; before the answer, the same as `cancel`. */
  hangUp(): Promise<void>;
  /** Gives up while ringing; `elsewhere` says that another phone took the call. */
  cancel(options?: { readonly elsewhere?: boolean }): Promise<void>;
}

export interface PracticeCallParts {
  readonly session: Session;
  readonly direction: 'to-agent' | 'from-agent';
  readonly number: string;
  /** What still rings at the agent; null for calls that the agent dialled. */
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
