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
  /** The stream that takes the place of the lost one; null until it is there. */
  readonly onChanged: (stream: MediaStream | null) => void;
}

/**
 * A headset that is unplugged in a call ends its track and would leave the caller in silence: whatever microphone is
 * there next takes its place. The lost track may belong to a window that is going away with it, so it is let go of before
 * anything is waited for, and never looked at again.
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
  // Chromium says it too when a track has ended; a stream whose window goes away says only this.
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

/** What the library would switch a track to: off while muted, and off on hold from either side. */
export function maySpeak(session: RTCSession): boolean {
  const { local, remote } = session.isOnHold();
  return !local && !remote && !session.isMuted().audio;
}
