import { type AudioDevices, watchDevices } from '../../browser/device-watch.ts';
import { browserClock, type Clock } from '../../calls/sources/clock.ts';
import { within } from '../../calls/timing/within.ts';
import type { MicrophoneState } from '../../contract/messages/phone-status.ts';
import { RING_CADENCES } from '../../contract/pack/ring-cadence.ts';
import type { Settings } from '../../contract/settings/settings.ts';
import { HostPart } from '../part.ts';
import type { CurrentSettings } from './current-settings.ts';
import type { MediaRegistry } from './media-registry.ts';
import type { Ringer } from './ringer.ts';
import type { StatusFacts } from './status-facts.ts';
import { usableSound } from './usable-sound.ts';

interface DeviceNeeds {
  readonly settings: Pick<CurrentSettings, 'value'>;
  /** Anew at each check: devices are changed during a call too. */
  readonly loadSettings: () => Promise<Settings>;
  readonly connected: () => Promise<AudioDevices>;
  readonly media: Pick<MediaRegistry, 'use'>;
  readonly microphone: () => Promise<MicrophoneState>;
  readonly ringer: Pick<Ringer, 'arm'>;
  readonly facts: Pick<StatusFacts, 'report' | 'notice'>;
  readonly clock?: Pick<Clock, 'after'>;
}

/** The browser answers from memory; a device service that hangs must not stop the phone. */
const DEVICES_MS = 3_000;
/** The next check while something is missing or does not answer, ms. */
const RETRY_MS = 10_000;
const NOT_KNOWN: AudioDevices = { inputs: [], outputs: [] };

/**
 * Reports whether there is a microphone, and uses the chosen devices as they come and go.
 * What does not answer is checked again: not every device that returns is announced.
 */
export class DeviceMonitor extends HostPart<DeviceNeeds> {
  #cancelRetry: () => void = () => {};

  async start(): Promise<void> {
    this.undoOnStop(await watchDevices(() => void this.check()), () => this.#cancelRetry());
  }

  async check(): Promise<void> {
    const { microphone, connected, media, ringer, facts, clock = browserClock } = this.needs;
    this.#cancelRetry();
    const { cadence, ringerVolume: volume, ...chosen } = await this.#settings(clock);
    const listing = within(DEVICES_MS, connected(), clock);
    const found = await within(DEVICES_MS, microphone(), clock);
    if (found.inTime) facts.report({ microphone: found.value });
    const listed = await listing;
    const { sound, notices } = usableSound(chosen, listed.inTime ? listed.value : NOT_KNOWN);
    for (const [notice, holds] of notices) facts.notice(notice, holds);
    media.use(sound);
    const output = sound.ringerOutput;
    const armed = await ringer.arm({ cadence: RING_CADENCES[cadence], output, volume });
    facts.report({ ringer: armed });
    if (this.isStopped || (found.inTime && armed === 'armed')) return;
    this.#cancelRetry = clock.after(RETRY_MS, () => void this.check());
  }

  /** The newest, or those of before where they cannot be read. */
  async #settings(clock: Pick<Clock, 'after'>): Promise<Settings> {
    const { settings, loadSettings } = this.needs;
    try {
      const loaded = await within(DEVICES_MS, loadSettings(), clock);
      if (loaded.inTime) return loaded.value;
    } catch (error) {
      console.warn('phone: the settings of the sound cannot be read', error);
    }
    return settings.value;
  }
}
