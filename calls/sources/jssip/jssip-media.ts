import type { RTCSession } from 'jssip/lib/RTCSession';
import type { CallId } from '../../call-event.ts';
import type { Clock } from '../clock.ts';
import type { JssipSourceConfig } from './jssip-config.ts';
import { keepMicrophone, maySpeak } from './jssip-microphone.ts';
import { watchMedia } from './media-watch.ts';

interface TendedMedia {
  readonly id: CallId;
  readonly session: RTCSession;
  readonly connection: RTCPeerConnection;
  readonly config: JssipSourceConfig;
  readonly clock: Clock;
  readonly microphone: () => MediaStream | null;
  readonly onMicrophone: (stream: MediaStream | null) => void;
  readonly isOver: () => boolean;
  readonly onCut: () => void;
  readonly onLost: () => void;
}

/** Plays the remote party, keeps the microphone, and watches the connection of one call. */
export function tendMedia({ connection, clock, onCut, onLost, ...call }: TendedMedia): void {
  const { media, report, notice = () => {} } = call.config;
  watchMedia({ connection, clock, onCut, onLost });
  connection.addEventListener('track', ({ track, streams }) => {
    if (track.kind !== 'audio') return;
    media.playRemote(call.id, {
      remote: streams[0] ?? new MediaStream([track]),
      own: call.microphone(),
      readStats: () => connection.getStats(),
    });
  });
  const stream = call.microphone();
  if (stream === null) return;
  keepMicrophone({
    ...{ connection, media, report, stream, clock },
    isOver: call.isOver,
    maySpeak: () => maySpeak(call.session),
    notice: (what, holds) => notice(what, holds, call.id),
    onChanged: call.onMicrophone,
  });
}
