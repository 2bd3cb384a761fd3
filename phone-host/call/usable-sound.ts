import type { AudioDevices } from '../../browser/device-watch.ts';
import type { MicrophoneChoice } from '../../browser/open-microphone.ts';
import type { PhoneNotice } from '../../contract/messages/phone-status.ts';
import type { Settings } from '../../contract/settings/settings.ts';

export type SoundChoice = MicrophoneChoice &
  Readonly<Pick<Settings, 'voiceOutput' | 'voiceVolume' | 'ringerOutput'>>;

/** What is said of a device that was chosen and is not connected. */
export type DeviceNotice = PhoneNotice & `chosen-${string}`;

const DEVICES = [
  { field: 'microphone', kind: 'inputs', notice: 'chosen-microphone-missing' },
  { field: 'voiceOutput', kind: 'outputs', notice: 'chosen-speaker-missing' },
  { field: 'ringerOutput', kind: 'outputs', notice: 'chosen-ringer-missing' },
] as const satisfies readonly {
  field: keyof SoundChoice;
  kind: keyof AudioDevices;
  notice: DeviceNotice;
}[];

/**
 * The choice with the system's default in place of what is not connected, and whether each notice
 * holds. Where the browser does not tell the devices, the choice stands.
 */
export function usableSound(chosen: SoundChoice, connected: AudioDevices) {
  const isMissing = ({ field, kind }: (typeof DEVICES)[number]) =>
    chosen[field] !== '' && connected[kind].length > 0 && !connected[kind].includes(chosen[field]);
  const defaults = Object.fromEntries(DEVICES.filter(isMissing).map(({ field }) => [field, '']));
  const sound: SoundChoice = { ...chosen, ...defaults };
  return { sound, notices: DEVICES.map((device) => [device.notice, isMissing(device)] as const) };
}
