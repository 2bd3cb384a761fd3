import type { CallId } from '../../calls/call-event.ts';
import type { CallMedia, MediaAccess, MicrophoneAnswer } from '../../calls/media-access.ts';

export type OpenMicrophone = (constraints: MediaStreamConstraints) => Promise<MediaStream>;

/**
 * Owns microphone and earpiece. The microphone is open only while some call wants it; each call gets its own element,
 * because two calls may be up with one on hold.
 */
export class MediaRegistry implements MediaAccess {
  readonly #earpieces = new Map<CallId, HTMLAudioElement>();
  readonly #media = new Map<CallId, CallMedia>();
  readonly #arrived: (call: CallId) => void;

  readonly #openMicrophone: OpenMicrophone;

  /** `arrived` hears of every call whose media are there, or were replaced. */
  constructor(openMicrophone: OpenMicrophone, arrived: (call: CallId) => void) {
    this.#openMicrophone = openMicrophone;
    this.#arrived = arrived;
  }

  async getMicrophone(): Promise<MicrophoneAnswer> {
    try {
      const stream = await this.#openMicrophone({
        audio: { echoCancellation: true, noiseSuppression: true, autoGainControl: true },
      });
      return { ok: true, stream };
    } catch (error) {
      // Not by its class: the microphone may have been opened in another window, which has a class of its own.
      const name = error instanceof Object && 'name' in error ? error.name : '';
      if (name === 'NotFoundError' || name === 'NotReadableError' || name === 'OverconstrainedError') {
        return { ok: false, reason: 'no-microphone' };
      }
      return { ok: false, reason: 'microphone-denied' };
    }
  }

  playRemote(call: CallId, media: CallMedia): void {
    this.#media.set(call, media);
    this.#arrived(call);
    const earpiece = this.#earpieces.get(call) ?? new Audio();
    this.#earpieces.set(call, earpiece);
    earpiece.srcObject = media.remote;
    earpiece
      .play()
      .catch((error: unknown) => console.error('media: the remote voice cannot be played', error));
  }

  /** What is heard and said in a call; undefined before its media are there, and after they are gone. */
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
