import { type Signal, signal } from '@preact/signals';
import { ringTone } from '../../../browser/ring-tone.ts';
import { withTimeLimit } from '../../../calls/timing/time-limit.ts';
import { RING_CADENCES } from '../../../contract/pack/ring-cadence.ts';
import type { Settings } from '../../../contract/settings/settings.ts';
import type { SoundView } from '../frame/options-view.ts';

/** An output that has vanished may not answer. */
const OUTPUT_MS = 3_000;

type Played = Exclude<SoundView['playing'], 'nothing'>;

/** Plays one ring on the ringer's output, or a short tone on that of the caller's voice. */
export class SoundCheck {
  readonly playing: Signal<SoundView['playing']> = signal('nothing');
  readonly problem: Signal<SoundView['problem']> = signal(null);
  #stop: () => void = () => {};
  readonly outputs: Signal<SoundView['outputs']> = signal([]);

  async refresh(): Promise<void> {
    const devices = await navigator.mediaDevices.enumerateDevices();
    this.outputs.value = devices
      .filter(({ kind, deviceId }) => kind === 'audiooutput' && deviceId !== 'default')
      .map(({ deviceId, label }) => ({ id: deviceId, label }));
  }

  async playRing(settings: Settings): Promise<void> {
    await this.#play(
      'ring',
      ringTone(RING_CADENCES[settings.cadence]),
      settings.ringerOutput,
      settings.ringerVolume,
    );
  }

  async playVoice({ voiceOutput, voiceVolume }: Settings): Promise<void> {
    await this.#play('voice', ringTone([400, 200, 400]), voiceOutput, voiceVolume);
  }

  stop(): void {
    this.#stop();
  }

  async #play(what: Played, tone: Blob, output: string, volume: number): Promise<void> {
    const url = URL.createObjectURL(tone);
    const audio = new Audio(url);
    audio.volume = volume;
    this.playing.value = what;
    this.problem.value = null;
    try {
      if (output !== '' && 'setSinkId' in audio)
        await withTimeLimit(OUTPUT_MS, audio.setSinkId(output), 'the output');
      await withTimeLimit(OUTPUT_MS, audio.play(), 'the sound');
      await new Promise<void>((resolve) => {
        this.#stop = resolve;
        audio.addEventListener('ended', () => resolve(), { once: true });
      });
    } catch (error) {
      const missing = error instanceof DOMException && error.name === 'NotFoundError';
      this.problem.value = { of: what, why: missing ? 'missing' : 'blocked' };
    } finally {
      audio.pause();
      this.playing.value = 'nothing';
      URL.revokeObjectURL(url);
    }
  }
}
