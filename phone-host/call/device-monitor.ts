import { watchDevices } from '../../browser/device-watch.ts';
import type { MicrophoneState } from '../../contract/messages/phone-status.ts';
import { RING_CADENCES } from '../../contract/pack/ring-cadence.ts';
import { type Part, Started } from '../part.ts';
import type { CurrentSettings } from './current-settings.ts';
import type { Ringer } from './ringer.ts';
import type { StatusFacts } from './status-facts.ts';

interface DeviceOptions {
  readonly settings: Pick<CurrentSettings, 'value'>;
  readonly microphone: () => Promise<MicrophoneState>;
  readonly ringer: Pick<Ringer, 'arm'>;
  readonly facts: Pick<StatusFacts, 'report'>;
}

/**
 * Reports whether there is a microphone, and arms the ringer on its output as devices come and go.
 */
export class DeviceMonitor implements Part {
  readonly #options: DeviceOptions;
  readonly #started = new Started();

  constructor(options: DeviceOptions) {
    this.#options = options;
  }

  async start(): Promise<void> {
    this.#started.add(await watchDevices(() => void this.check()));
  }

  stop(): void {
    this.#started.stop();
  }

  async check(): Promise<void> {
    const { settings, microphone, ringer, facts } = this.#options;
    const { cadence, ringerOutput: output, ringerVolume: volume } = settings.value;
    facts.report({ microphone: await microphone() });
    facts.report({ ringer: await ringer.arm({ cadence: RING_CADENCES[cadence], output, volume }) });
  }
}
