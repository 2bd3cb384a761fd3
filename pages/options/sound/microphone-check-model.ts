import { type Signal, signal } from '@preact/signals';
import { microphoneState } from '../../../browser/device-watch.ts';
import {
  askInNewDocument,
  firefoxMicrophone,
  learnWhetherRemembered,
} from '../../../browser/firefox-microphone.ts';
import { errorName, type MicrophoneChoice, openMicrophone } from '../../../browser/open-microphone.ts';
import { withTimeLimit } from '../../../calls/timing/time-limit.ts';
import type { MicrophoneState } from '../frame/options-view.ts';

/** A headset that wakes up needs two seconds. */
const OPENS_WITHIN_MS = 5_000;

/**
 * Requests the microphone permission, which only a tab can do, and opens the microphone for a test.
 */
export class MicrophoneCheck {
  readonly state: Signal<MicrophoneState> = signal({ state: 'not-asked' });
  #test: { readonly stream: MediaStream; readonly context: AudioContext; readonly frame: number } | null =
    null;

  async refresh(): Promise<void> {
    const found = await (import.meta.env.FIREFOX ? firefoxMicrophone() : microphoneState());
    if (found !== 'granted') {
      this.state.value = { state: found };
      return;
    }
    const devices = await navigator.mediaDevices.enumerateDevices();
    const inputs = devices.filter(({ kind, deviceId }) => kind === 'audioinput' && deviceId !== 'default');
    this.state.value = {
      state: 'granted',
      devices: inputs.map(({ deviceId, label }) => ({ id: deviceId, label })),
      level: this.state.value.state === 'granted' ? this.state.value.level : null,
    };
  }

  /** Shows the browser's prompt; `changed` is called after each answer that affects calls. */
  async ask(changed: () => void): Promise<void> {
    this.state.value = { state: 'asking' };
    try {
      await askInNewDocument();
    } catch (error) {
      const missing = errorName(error) === 'NotFoundError';
      this.state.value = { state: missing ? 'missing' : 'denied' };
      return;
    }
    const refresh = async () => {
      await this.refresh();
      changed();
    };
    if (import.meta.env.FIREFOX) await learnWhetherRemembered(refresh);
    else await refresh();
  }

  get isTesting(): boolean {
    return this.#test !== null;
  }

  async test(choice: MicrophoneChoice): Promise<void> {
    await this.stop();
    const opening = openMicrophone((wanted) => navigator.mediaDevices.getUserMedia(wanted), choice);
    let stream: MediaStream;
    try {
      stream = await withTimeLimit(OPENS_WITHIN_MS, opening, 'the microphone');
    } catch (error) {
      console.warn('options: the microphone does not open', error);
      // It may still open, and nobody else would close it.
      void opening.then(stopTracks, () => {});
      this.state.value = { state: 'missing' };
      return;
    }
    const context = new AudioContext();
    // The press allows it; a context that was suspended for another reason would show silence.
    void context.resume();
    const analyser = context.createAnalyser();
    context.createMediaStreamSource(stream).connect(analyser);
    const samples = new Float32Array(analyser.fftSize);
    const measure = () => {
      analyser.getFloatTimeDomainData(samples);
      if (this.state.value.state === 'granted') {
        this.state.value = { ...this.state.value, level: loudness(samples) };
      }
      this.#test = { stream, context, frame: requestAnimationFrame(measure) };
    };
    measure();
  }

  async stop(): Promise<void> {
    const test = this.#test;
    this.#test = null;
    if (test !== null) {
      cancelAnimationFrame(test.frame);
      stopTracks(test.stream);
      await test.context.close();
    }
    if (this.state.value.state === 'granted') this.state.value = { ...this.state.value, level: null };
  }
}

function stopTracks(stream: MediaStream): void {
  for (const track of stream.getTracks()) track.stop();
}

/** The level of a frame between −60 dBFS and full scale, as 0…1. */
function loudness(samples: Float32Array): number {
  const power = samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length;
  const decibels = 10 * Math.log10(power + 1e-9);
  return Math.min(1, Math.max(0, (decibels + 60) / 60));
}
