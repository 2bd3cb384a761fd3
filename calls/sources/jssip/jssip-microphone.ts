import type { RTCSession } from 'jssip/lib/RTCSession';
import type { SourceProblem } from '../../call-source.ts';
import type { MediaAccess } from '../../media-access.ts';

interface KeptMicrophone {
  readonly connection: RTCPeerConnection;
  readonly stream: MediaStream;
  readonly media: MediaAccess;
  readonly report: (problem: SourceProblem) => void;
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
  track.addEventListener('ended', lost);
  // If its window closes, a stream has only this event; in Chromium an ended track has both.
  kept.stream.addEventListener('inactive', lost);
}

async function replace(kept: KeptMicrophone, lost: MediaStreamTrack): Promise<void> {
  const sender = kept.connection.getSenders().find(({ track }) => track === lost);
  kept.onChanged(null);
  await sender?.replaceTrack(null);
  const answer = await kept.media.getMicrophone();
  if (!answer.ok) {
    kept.report({ problem: 'microphone-lost', detail: answer.reason });
    return;
  }
  const [next] = answer.stream.getAudioTracks();
  if (next === undefined || sender === undefined || kept.isOver()) {
    for (const track of answer.stream.getTracks()) track.stop();
    return;
  }
  next.enabled = kept.maySpeak();
  await sender.replaceTrack(next);
  kept.onChanged(answer.stream);
  keepMicrophone({ ...kept, stream: answer.stream });
}

/** Whether JsSIP would enable the track: not while muted, and not on hold from either side. */
export function maySpeak(session: RTCSession): boolean {
  const { local, remote } = session.isOnHold();
  return !local && !remote && !session.isMuted().audio;
}
