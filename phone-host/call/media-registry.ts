import { errorName, type OpenMicrophone, openMicrophone } from '../../browser/open-microphone.ts';
import type { CallId } from '../../calls/call-event.ts';
import type { CallMedia, MediaAccess, MicrophoneAnswer } from '../../calls/media-access.ts';
import { browserClock, type Clock } from '../../calls/sources/clock.ts';
import { DEFAULT_SETTINGS } from '../../contract/settings/settings.ts';
import { Listeners } from '../listeners.ts';
import type { Undo } from '../part.ts';
import { Audible } from './audible.ts';
import { sendToOutput } from './audio-output.ts';
import type { SoundChoice } from './usable-sound.ts';

interface Earpiece {
  readonly audio: HTMLAudioElement;
  readonly audible: Audible;
}

/** Whether the voice of a call can be heard. */
type OnVoice = (isAudible: boolean, call: CallId) => void;

/**
 * Owns microphone and earpiece. The microphone is open only while a call needs it. Each call has
 * its own audio element, because two calls may be up with one on hold.
 */
export class MediaRegistry implements MediaAccess {
  readonly #earpieces = new Map<CallId, Earpiece>();
  readonly #media = new Map<CallId, CallMedia>();
  /** The microphones of the calls that are up. */
  #microphones: readonly MediaStream[] = [];
  #sound: SoundChoice = DEFAULT_SETTINGS;
  readonly #listeners = new Listeners();
  readonly #openMicrophone: OpenMicrophone;
  readonly #onVoice: OnVoice;
  readonly #clock: Pick<Clock, 'after'>;

  constructor(
    openMicrophone: OpenMicrophone,
    onVoice: OnVoice = () => {},
    clock: Pick<Clock, 'after'> = browserClock,
  ) {
    this.#openMicrophone = openMicrophone;
    this.#onVoice = onVoice;
    this.#clock = clock;
  }

  /** Called when the media of a call have arrived or were replaced. */
  subscribe(listener: () => void): Undo {
    return this.#listeners.add(listener);
  }

  /** Applies at once, also to the calls that are up. */
  use(sound: SoundChoice): void {
    const changed = !isSameMicrophone(this.#sound, sound);
    this.#sound = sound;
    for (const { audio } of this.#earpieces.values()) this.#send(audio);
    if (!changed) return;
    for (const stream of this.#microphones.filter(isLive)) {
      for (const track of stream.getTracks()) track.stop();
      // As if it were unplugged: the call opens the next one.
      stream.dispatchEvent(new Event('inactive'));
    }
  }

  async getMicrophone(): Promise<MicrophoneAnswer> {
    try {
      const stream = await openMicrophone(this.#openMicrophone, this.#sound);
      this.#microphones = [...this.#microphones.filter(isLive), stream];
      return { ok: true, stream };
    } catch (error) {
      const name = errorName(error);
      if (name === 'NotFoundError' || name === 'NotReadableError' || name === 'OverconstrainedError') {
        return { ok: false, reason: 'no-microphone' };
      }
      return { ok: false, reason: 'microphone-denied' };
    }
  }

  playRemote(call: CallId, media: CallMedia): void {
    this.#media.set(call, media);
    this.#listeners.notify();
    const earpiece = this.#earpieces.get(call) ?? this.#openEarpiece(call);
    this.#earpieces.set(call, earpiece);
    earpiece.audio.srcObject = media.remote;
    earpiece.audible.start();
  }

  /** Tries at once what cannot be heard. */
  retry(): void {
    for (const { audible } of this.#earpieces.values()) audible.retry();
  }

  /** Undefined before the media of the call have arrived, and after its end. */
  mediaOf(call: CallId): CallMedia | undefined {
    return this.#media.get(call);
  }

  release(call: CallId): void {
    this.#media.delete(call);
    const earpiece = this.#earpieces.get(call);
    if (earpiece === undefined) return;
    earpiece.audible.stop();
    earpiece.audio.srcObject = null;
    this.#earpieces.delete(call);
  }

  #openEarpiece(call: CallId): Earpiece {
    const audio = new Audio();
    this.#send(audio);
    const onAudible = (isAudible: boolean) => this.#onVoice(isAudible, call);
    return { audio, audible: new Audible(audio, { onAudible, clock: this.#clock }) };
  }

  #send(audio: HTMLAudioElement): void {
    audio.volume = this.#sound.voiceVolume;
    void sendToOutput(audio, this.#sound.voiceOutput, this.#clock);
  }
}

/** A source stops the tracks when the call ends; in Firefox they also end with their page. */
function isLive(stream: MediaStream): boolean {
  try {
    return stream.getTracks().some(({ readyState }) => readyState === 'live');
  } catch (error) {
    // An object of a page that was closed.
    if (error instanceof TypeError) return false;
    throw error;
  }
}

function isSameMicrophone(one: SoundChoice, other: SoundChoice): boolean {
  const fields = ['microphone', 'echoCancellation', 'noiseSuppression', 'autoGainControl'] as const;
  return fields.every((field) => one[field] === other[field]);
}
