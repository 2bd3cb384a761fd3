import { openListener, type ReceivedAudio } from '../media/listener.ts';
import { type MediaPeer, openMediaPeer } from '../media/media-peer.ts';
import { openSpeaker, type Speaker } from '../media/speaker.ts';
import type { Timeline } from './milestone.ts';

/** Half a second of packets: long enough to tell a voice from a click. */
const WINDOW_FRAMES = 25;

export interface Voice {
  readonly peer: MediaPeer;
  readonly speaker: Speaker;
  received(): ReceivedAudio;
  /**
   * Resolves with the RMS (0…1) of half a second heard from now on that is at least `minRms` loud.
   */
  waitForAudio(options?: AudioWaitOptions): Promise<number>;
  close(): void;
}

export interface AudioWaitOptions {
  /** 0.005 by default, which is −46 dBFS: above comfort noise, below a whisper. */
  readonly minRms?: number;
  /** 15 s by default. */
  readonly timeoutMs?: number;
}

/** Mouth and ear of a practice caller. */
export function openVoice(timeline: Timeline): Voice {
  const watchers = new Set<(payload: Uint8Array) => void>();
  const listener = openListener({
    tone: (tone) => timeline.record({ type: 'dtmf', tone, via: 'rfc4733' }),
  });
  const peer = openMediaPeer({
    connected: () => timeline.record({ type: 'media-connected' }),
    lost: (why) => timeline.record({ type: 'media-lost', why }),
    audio(payload) {
      listener.audio(payload);
      for (const watcher of watchers) watcher(payload);
    },
    telephoneEvent: listener.telephoneEvent,
  });
  const speaker = openSpeaker(peer.send);
  return {
    peer,
    speaker,
    received: listener.received,
    waitForAudio({ minRms = 0.005, timeoutMs = 15_000 } = {}) {
      return new Promise((resolve, reject) => {
        const window = openListener({ tone: () => {} }, WINDOW_FRAMES);
        const watcher = (payload: Uint8Array) => {
          window.audio(payload);
          const { peakRms } = window.received();
          if (peakRms >= minRms) stop(() => resolve(peakRms));
        };
        const stop = (settle: () => void) => {
          clearTimeout(timer);
          watchers.delete(watcher);
          settle();
        };
        const timer = setTimeout(() => {
          const { packets, peakRms } = window.received();
          const why = `Nothing of RMS ${minRms} in ${timeoutMs} ms (${packets} packets, loudest ${peakRms.toFixed(4)})`;
          stop(() => reject(new Error(why)));
        }, timeoutMs);
        watchers.add(watcher);
      });
    },
    close() {
      speaker.stop();
      void peer.close();
    },
  };
}
