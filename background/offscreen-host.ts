import { browser } from 'wxt/browser';
import { hostIsAlive } from '../browser/host-pulse.ts';
import { withTimeLimit } from '../calls/timing/time-limit.ts';
import type { HostPlace } from './host-lifecycle.ts';

const OFFSCREEN_PAGE = 'offscreen.html';
/** It loads in less than a second. */
const LOADS_WITHIN_MS = 15_000;

/** The phone host's place in Chromium: an offscreen document. */
export const offscreenHost: HostPlace = {
  async exists() {
    const contexts = await browser.runtime.getContexts({ contextTypes: ['OFFSCREEN_DOCUMENT'] });
    return contexts.length > 0;
  },
  isAlive: hostIsAlive,
  async create() {
    const created = browser.offscreen.createDocument({
      url: OFFSCREEN_PAGE,
      reasons: ['WEB_RTC', 'USER_MEDIA', 'AUDIO_PLAYBACK'],
      justification: 'Keeps the SIP registration and the call alive while the panel is closed, and rings.',
    });
    await withTimeLimit(LOADS_WITHIN_MS, created, 'the offscreen document');
  },
  close: () => browser.offscreen.closeDocument(),
};
