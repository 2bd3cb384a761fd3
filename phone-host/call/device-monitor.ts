import { watchDevices } from '../../browser/device-watch.ts';
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
}

/**
 * Reports whether there is a microphone, and arms the ringer on its output as devices come and go.
 */
export class DeviceMonitor extends HostPart<DeviceNeeds> {
  async start(): Promise<void> {
    this.undoOnStop(await watchDevices(() => void this.check()));
  }

  async check(): Promise<void> {
    const { settings, microphone, ringer, facts } = this.needs;
    const { cadence, ringerOutput: output, ringerVolume: volume } = settings.value;
    facts.report({ microphone: await microphone() });
    facts.report({ ringer: await ringer.arm({ cadence: RING_CADENCES[cadence], output, volume }) });
  }
}
