import { watchDevices } from '../../browser/device-watch.ts';
import { browserClock, type Clock } from '../../calls/sources/clock.ts';
import { within } from '../../calls/timing/within.ts';
import type { MicrophoneState } from '../../contract/messages/phone-status.ts';
import { RING_CADENCES } from '../../contract/pack/ring-cadence.ts';
import { HostPart } from '../part.ts';
import type { CurrentSettings } from './current-settings.ts';
import type { Ringer } from './ringer.ts';
import type { StatusFacts } from './status-facts.ts';

interface DeviceNeeds {
  readonly settings: Pick<CurrentSettings, 'value'>;
  readonly microphone: () => Promise<MicrophoneState>;
  readonly ringer: Pick<Ringer, 'arm'>;
  readonly facts: Pick<StatusFacts, 'report'>;
  readonly clock?: Pick<Clock, 'after'>;
}

/** The browser answers from memory; a device service that hangs must not stop the phone. */
const DEVICES_MS = 3_000;
/** The next check while something is missing or does not answer, ms. */
const RETRY_MS = 10_000;

/**
 * Reports whether there is a microphone, and arms the ringer on its output as devices come and go.
 * What does not answer is checked again: not every device that returns is announced.
 */
export class DeviceMonitor extends HostPart<DeviceNeeds> {
  #cancelRetry: () => void = () => {};

  async start(): Promise<void> {
    this.undoOnStop(await watchDevices(() => void this.check()), () => this.#cancelRetry());
  }

  async check(): Promise<void> {
    const { settings, microphone, ringer, facts, clock = browserClock } = this.needs;
    this.#cancelRetry();
    const { cadence, ringerOutput: output, ringerVolume: volume } = settings.value;
    const found = await within(DEVICES_MS, microphone(), clock);
    if (found.inTime) facts.report({ microphone: found.value });
    const state = await ringer.arm({ cadence: RING_CADENCES[cadence], output, volume });
    facts.report({ ringer: state });
    if (this.isStopped || (found.inTime && state === 'armed')) return;
    this.#cancelRetry = clock.after(RETRY_MS, () => void this.check());
  }
}
