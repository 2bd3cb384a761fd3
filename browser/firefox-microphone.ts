import { browser } from 'wxt/browser';
import type { MicrophoneState } from '../contract/messages/phone-status.ts';

const KEY = 'microphone-not-remembered';
/** A remembered permission answers within about 10 ms; later, the browser is asking the agent. */
const ASKS_AGAIN_AFTER_MS = 1000;

/**
 * What a call would get. Firefox reports `granted` also for a permission that it does not remember,
 * and lists devices only to a page in front. So the result of the options page is stored.
 */
export async function firefoxMicrophone(): Promise<MicrophoneState> {
  const { state } = await navigator.permissions.query({ name: 'microphone' });
  if (state !== 'granted') return state === 'denied' ? 'denied' : 'not-asked';
  return (await browser.storage.local.get(KEY))[KEY] === true ? 'not-remembered' : 'granted';
}

/**
 * Opens the microphone for a moment in a new document: Firefox asks once an hour for each document
 * (privacy.webrtc.deviceGracePeriodTimeoutMs), remembered or not.
 */
export async function askInNewDocument(): Promise<void> {
  const frame = document.createElement('iframe');
  frame.hidden = true;
  document.body.append(frame);
  try {
    const devices = frame.contentWindow?.navigator.mediaDevices;
    if (devices === undefined) throw new Error('a frame of this page has no devices');
    const stream = await devices.getUserMedia({ audio: true });
    for (const track of stream.getTracks()) track.stop();
  } finally {
    frame.remove();
  }
}

/**
 * Asks once more after a grant. If Firefox asks the agent again, the grant was not remembered. That
 * second answer is checked in the same way.
 */
export async function learnWhetherRemembered(learned: () => Promise<void>): Promise<void> {
  const granted = askInNewDocument().then(
    () => 'granted' as const,
    () => 'refused' as const,
  );
  const late = new Promise<'late'>((resolve) => setTimeout(() => resolve('late'), ASKS_AGAIN_AFTER_MS));
  const soon = await Promise.race([granted, late]);
  await browser.storage.local.set({ [KEY]: soon !== 'granted' });
  await learned();
  if (soon === 'late' && (await granted) === 'granted') await learnWhetherRemembered(learned);
}
