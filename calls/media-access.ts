import type { CallId } from './call-event.ts';

export type MicrophoneAnswer =
  | { readonly ok: true; readonly stream: MediaStream }
  | { readonly ok: false; readonly reason: 'microphone-denied' | 'no-microphone' };

/** The sound of one call, both sides, and how its packets fare. */
export interface CallMedia {
  readonly remote: MediaStream;
  /** The agent's microphone in this call; null if there is none. */
  readonly own: MediaStream | null;
  /** The connection's statistics (webrtc-stats), as id and report. */
  readonly readStats: () => Promise<Iterable<readonly [string, unknown]>>;
}

/** The devices a source may use. The host owns them; a source never asks the browser itself. */
export interface MediaAccess {
  /**
   * A stream for one call alone: two calls must not share a track, because mute and hold switch
   * tracks off. Its tracks are stopped by the source when the call ends.
   */
  getMicrophone(): Promise<MicrophoneAnswer>;
  /**
   * Makes the remote party audible. May come again for the same call with other media, which
   * replaces it.
   */
  playRemote(call: CallId, media: CallMedia): void;
  /** The call is over: stop playing it. Comes once for every call, played or not. */
  release(call: CallId): void;
}
