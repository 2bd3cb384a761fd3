import type { MicrophoneState } from '../contract/messages/phone-status.ts';

/**
 * Whether there is a microphone that may be used: from the permission and the list of devices,
 * because asking for a stream would open it. Only a tab can ask the agent: `not-asked` leads to the
 * options page.
 */
export async function microphoneState(): Promise<MicrophoneState> {
  const permission = await navigator.permissions.query({ name: 'microphone' });
  if (permission.state === 'denied') return 'denied';
  const devices = await navigator.mediaDevices.enumerateDevices();
  if (!devices.some(({ kind }) => kind === 'audioinput')) return 'missing';
  return permission.state === 'granted' ? 'granted' : 'not-asked';
}

/**
 * Calls back when a device comes or goes, or the permission changes. Returns the function to stop.
 */
export async function watchDevices(changed: () => void): Promise<() => void> {
  const permission = await navigator.permissions.query({ name: 'microphone' });
  permission.addEventListener('change', changed);
  navigator.mediaDevices.addEventListener('devicechange', changed);
  return () => {
    permission.removeEventListener('change', changed);
    navigator.mediaDevices.removeEventListener('devicechange', changed);
  };
}

/** Ids of the devices that are connected; empty where the browser does not tell. */
export interface AudioDevices {
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
}

export async function audioDevices(): Promise<AudioDevices> {
  const devices = await navigator.mediaDevices.enumerateDevices();
  // Without the permission the ids are empty.
  const idsOf = (wanted: MediaDeviceKind) =>
    devices.flatMap(({ kind, deviceId }) => (kind === wanted && deviceId !== '' ? [deviceId] : []));
  return { inputs: idsOf('audioinput'), outputs: idsOf('audiooutput') };
}
