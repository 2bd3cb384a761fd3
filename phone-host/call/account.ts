import type { MediaAccess } from '../../calls/media-access.ts';
import type { JssipSourceConfig } from '../../calls/sources/jssip/jssip-config.ts';
import type { JssipSource } from '../../calls/sources/jssip/jssip-source.ts';
import type { MicrophoneState } from '../../contract/messages/phone-status.ts';
import { RING_CADENCES } from '../../contract/pack/ring-cadence.ts';
import type { Settings } from '../../contract/settings/settings.ts';
import type { Stores } from '../../storage/open-stores.ts';
import { connectSource, type LineSettings, setUpOf } from './connect-source.ts';
import type { PhoneStatusMonitor } from './phone-status-monitor.ts';
import type { Ringer } from './ringer.ts';

interface AccountPorts {
  readonly stores: Pick<Stores, 'vault' | 'credentials'>;
  readonly loadSettings: () => Promise<Settings>;
  readonly microphone: () => Promise<MicrophoneState>;
  readonly ringer: Ringer;
  readonly media: MediaAccess;
  readonly statusMonitor: Pick<PhoneStatusMonitor, 'know'>;
  readonly turnAway: JssipSourceConfig['turnAway'];
}

/** The settings that the source itself is made from. */
function lineOf(settings: LineSettings): LineSettings {
  const { sipServer, sipDomain, sipUser, agentNumber, stunServer, dtmf, autoAnswer, queueTimeHeader } =
    settings;
  return { sipServer, sipDomain, sipUser, agentNumber, stunServer, dtmf, autoAnswer, queueTimeHeader };
}

/** The account as it is set now, and the source that was made for it. Arms the ringer and tells the lamp on the way. */
export class Account {
  readonly #ports: AccountPorts;
  #settings: Settings;
  #source: JssipSource | null = null;
  /** What the source was made for: the same again needs no new one. */
  #madeFor = '';

  constructor(ports: AccountPorts, settings: Settings) {
    this.#ports = ports;
    this.#settings = settings;
  }

  get settings(): Settings {
    return this.#settings;
  }

  get lastConfirmedAt(): number | null {
    return this.#source?.lastConfirmedAt ?? null;
  }

  /** A device came or went: whether there is a microphone, and the ringer on its output, or on the default without it. */
  async checkDevices(): Promise<void> {
    const { statusMonitor, microphone, ringer } = this.#ports;
    const { cadence, ringerOutput: output, ringerVolume: volume } = this.#settings;
    statusMonitor.know({ microphone: await microphone() });
    statusMonitor.know({ ringer: await ringer.arm({ cadence: RING_CADENCES[cadence], output, volume }) });
  }

  /** For PhoneHost: `unchanged`, or the way to make the new source once the old one has stopped. */
  async connect(): Promise<'unchanged' | (() => JssipSource | null)> {
    const { stores, loadSettings, media, statusMonitor, turnAway } = this.#ports;
    const settings = await loadSettings();
    this.#settings = settings;
    const vault = stores.vault.state;
    const secret =
      vault.state === 'not-set-up' ? ({ state: 'none' } as const) : await stores.credentials.read();
    await this.checkDevices();
    statusMonitor.know({ setUp: setUpOf(vault, settings, secret) });
    // Moving the volume or changing what is said of the agent is no reason to leave the phone system.
    const wanted = JSON.stringify([lineOf(settings), secret]);
    if (wanted === this.#madeFor) return 'unchanged';
    return () => {
      this.#madeFor = wanted;
      this.#source = connectSource(settings, secret, media, turnAway);
      return this.#source;
    };
  }
}
