import type { MicrophoneState } from '../contract/messages/phone-status.ts';

/**
 * Whether a microphone is there and allowed. Asking for the stream would open it, so this only looks: the permission
 * and the list of devices. A page without a tab cannot prompt; `not-asked` sends the agent to the options tab.
 */
export async function microphoneState(): Promise<MicrophoneState> {
  const permission = await navigator.permissions.query({ name: 'microphone' });
  if (permission.state === 'denied') return 'denied';
  const devices = await navigator.mediaDevices.enumerateDevices();
  if (!devices.some(({ kind }) => kind === 'audioinput')) return 'missing';
  return permission.state === 'granted' ? 'granted' : 'not-asked';
}

/** Calls back when a device comes or goes, or the permission changes. Returns the way to stop. */
export async function watchDevices(changed: () => void): Promise<() => void> {
  const permission = await navigator.permissions.query({ name: 'microphone' });
  permission.addEventListener('change', changed);
  navigator.mediaDevices.addEventListener('devicechange', changed);
  return () => {
    permission.removeEventListener('change', changed);
    navigator.mediaDevices.removeEventListener('devicechange', changed);
  };
}
