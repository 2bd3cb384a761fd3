import { browser } from 'wxt/browser';
import type { MicrophoneState } from '../contract/messages/phone-status.ts';

const KEY = 'microphone-not-remembered';
/** A remembered permission answers within some ten milliseconds; a question that stands longer waits for the agent. */
const ASKS_AGAIN_AFTER_MS = 1000;

/**
 * What a call would get. Firefox says `granted` of a permission that was given once and not remembered, and lists devices
 * to the page in front alone, so what the agent did on the options page is kept.
 */
export async function firefoxMicrophone(): Promise<MicrophoneState> {
  const { state } = await navigator.permissions.query({ name: 'microphone' });
  if (state !== 'granted') return state === 'denied' ? 'denied' : 'not-asked';
  return (await browser.storage.local.get(KEY))[KEY] === true ? 'not-remembered' : 'granted';
}

/**
 * Opens the microphone for a moment, from a document of its own: Firefox asks no document twice within an hour
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
 * Right after a grant: asks once more. If that brings up the question again, the grant was not remembered; the question is
 * left standing, and what the agent answers is learned in the same way.
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
