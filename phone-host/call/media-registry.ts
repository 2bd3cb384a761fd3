import type { CallId } from '../../calls/call-event.ts';
import type { CallMedia, MediaAccess, MicrophoneAnswer } from '../../calls/media-access.ts';
import { Listeners } from '../listeners.ts';
import type { Undo } from '../part.ts';

export type OpenMicrophone = (constraints: MediaStreamConstraints) => Promise<MediaStream>;

/**
 * Owns microphone and earpiece. The microphone is open only while a call needs it. Each call has
 * its own audio element, because two calls may be up with one on hold.
 */
export class MediaRegistry implements MediaAccess {
  readonly #earpieces = new Map<CallId, HTMLAudioElement>();
  readonly #media = new Map<CallId, CallMedia>();
  readonly #listeners = new Listeners();
  readonly #openMicrophone: OpenMicrophone;

  constructor(openMicrophone: OpenMicrophone) {
    this.#openMicrophone = openMicrophone;
  }

  /** Called when the media of a call have arrived or were replaced. */
  subscribe(listener: () => void): Undo {
    return this.#listeners.add(listener);
  }

  async getMicrophone(): Promise<MicrophoneAnswer> {
    try {
      const stream = await this.#openMicrophone({
        audio: { echoCancellation: true, noiseSuppression: true, autoGainControl: true },
      });
      return { ok: true, stream };
    } catch (error) {
      // Another window may have opened the microphone, so the error may be of that window's class.
      const name = error instanceof Object && 'name' in error ? error.name : '';
      if (name === 'NotFoundError' || name === 'NotReadableError' || name === 'OverconstrainedError') {
        return { ok: false, reason: 'no-microphone' };
      }
      return { ok: false, reason: 'microphone-denied' };
    }
  }

  playRemote(call: CallId, media: CallMedia): void {
    this.#media.set(call, media);
    this.#listeners.notify();
    const earpiece = this.#earpieces.get(call) ?? new Audio();
    this.#earpieces.set(call, earpiece);
    earpiece.srcObject = media.remote;
    earpiece
      .play()
      .catch((error: unknown) => console.error('media: the remote party cannot be played', error));
  }

  /** Undefined before the media of the call have arrived, and after its end. */
  mediaOf(call: CallId): CallMedia | undefined {
    return this.#media.get(call);
  }

  release(call: CallId): void {
    this.#media.delete(call);
    const earpiece = this.#earpieces.get(call);
    if (earpiece === undefined) return;
    earpiece.pause();
    earpiece.srcObject = null;
    this.#earpieces.delete(call);
  }
}
