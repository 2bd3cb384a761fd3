import type { RTCSession } from 'jssip/lib/RTCSession';
import type { SourceNotice, SourceProblem } from '../../call-source.ts';
import type { MediaAccess, MicrophoneAnswer } from '../../media-access.ts';
import { within } from '../../timing/within.ts';
import type { Clock } from '../clock.ts';
import { LIMITS } from './limits.ts';

/** A headset that was pulled out is plugged in again within seconds. */
const RETRY_MS = 2_000;

type MicrophoneNotice = SourceNotice & `microphone-${string}`;

interface KeptMicrophone {
  readonly connection: RTCPeerConnection;
  readonly stream: MediaStream;
  readonly media: MediaAccess;
  readonly clock: Clock;
  readonly report: (problem: SourceProblem) => void;
  readonly notice: (notice: MicrophoneNotice, holds: boolean) => void;
  readonly isOver: () => boolean;
  /** False while muted or on hold. */
  readonly maySpeak: () => boolean;
  /** The stream that replaces the lost one; null until it is open. */
  readonly onChanged: (stream: MediaStream | null) => void;
}

/**
 * Replaces a microphone that is unplugged during a call by the next one, or the caller would hear
 * nothing more. The lost track may belong to a window that is closing, so it is released before
 * anything is awaited, and not read again.
 */
export function keepMicrophone(kept: KeptMicrophone): void {
  const [track] = kept.stream.getAudioTracks();
  if (track === undefined) return;
  let known = false;
  const lost = () => {
    if (known || kept.isOver()) return;
    known = true;
    void replace(kept, track);
  };
  const muted = (is: boolean) => {
    if (!known && !kept.isOver()) kept.notice('microphone-muted', is);
  };
  // The system or a switch of the headset gives silence; `unmute` follows when that is over.
  track.addEventListener('mute', () => muted(true));
  track.addEventListener('unmute', () => muted(false));
  if (track.muted) muted(true);
  track.addEventListener('ended', lost);
  // If its window closes, a stream has only this event; in Chromium an ended track has both.
  kept.stream.addEventListener('inactive', lost);
}

async function replace(kept: KeptMicrophone, lost: MediaStreamTrack): Promise<void> {
  const { clock, report, notice, connection, isOver } = kept;
  const sender = connection.getSenders().find(({ track }) => track === lost);
  kept.onChanged(null);
  notice('microphone-muted', false);
  // Not awaited: on a connection that closes it never settles.
  void sender?.replaceTrack(null);
  let reported = false;
  for (;;) {
    const answer = await openMicrophone(kept.media, clock);
    if (answer.ok) {
      const [next] = answer.stream.getAudioTracks();
      if (next === undefined || sender === undefined || isOver()) {
        stopTracks(answer.stream);
        return;
      }
      next.enabled = kept.maySpeak();
      const replaced = await within(LIMITS.rollBackMs, sender.replaceTrack(next), clock);
      if (!replaced.inTime) stopTracks(answer.stream);
      if (isOver()) return;
      if (!replaced.inTime) {
        notice('microphone-lost', true);
        return;
      }
      notice('microphone-lost', false);
      kept.onChanged(answer.stream);
      keepMicrophone({ ...kept, stream: answer.stream });
      return;
    }
    if (!reported) report({ problem: 'microphone-lost', detail: answer.reason });
    reported = true;
    notice('microphone-lost', true);
    await new Promise<void>((resolve) => clock.after(RETRY_MS, resolve));
    if (isOver()) return;
  }
}

/** Asks the host for a microphone, but does not wait for ever: a headset may hang. */
export async function openMicrophone(media: MediaAccess, clock: Clock): Promise<MicrophoneOpening> {
  const opening = media.getMicrophone();
  const opened = await within(LIMITS.microphoneMs, opening, clock);
  if (opened.inTime) return opened.value;
  // It may still open, and nobody else would close it.
  opening.then(
    (late) => late.ok && stopTracks(late.stream),
    (error: unknown) => console.warn('phone: the microphone did not open', error),
  );
  return { ok: false, reason: 'microphone-timeout' };
}

export type MicrophoneOpening =
  | MicrophoneAnswer
  | { readonly ok: false; readonly reason: 'microphone-timeout' };

export function stopTracks(stream: MediaStream): void {
  for (const track of stream.getTracks()) track.stop();
}

/** Whether JsSIP would enable the track: not while muted, and not on hold from either side. */
export function maySpeak(session: RTCSession): boolean {
  const { local, remote } = session.isOnHold();
  return !local && !remote && !session.isMuted().audio;
}
