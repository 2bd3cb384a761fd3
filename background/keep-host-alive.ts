import { browser } from 'wxt/browser';

const OFFSCREEN_PAGE = 'offscreen.html';
const ALARM = 'keep-host-alive';
/** The shortest period that Chrome gives an alarm. */
const PERIOD_MINUTES = 0.5;

let creating: Promise<void> | null = null;

/**
 * Creates the phone host at start-up, at installation and whenever an alarm finds it missing. A
 * ring does not depend on it: the host rings while this worker sleeps.
 */
export function keepHostAlive(): void {
  if (import.meta.env.FIREFOX) return;
  browser.runtime.onStartup.addListener(() => void ensureHost());
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === ALARM) void ensureHost();
  });
  void browser.alarms.create(ALARM, { periodInMinutes: PERIOD_MINUTES });
  void ensureHost();
}

/** Creates the offscreen document if it is missing. Called twice at once, it creates one. */
export async function ensureHost(): Promise<void> {
  if (import.meta.env.FIREFOX) return;
  creating ??= createIfMissing().finally(() => {
    creating = null;
  });
  await creating;
}

async function createIfMissing(): Promise<void> {
  const contexts = await browser.runtime.getContexts({ contextTypes: ['OFFSCREEN_DOCUMENT'] });
  if (contexts.length > 0) return;
  await browser.offscreen.createDocument({
    url: OFFSCREEN_PAGE,
    reasons: ['WEB_RTC', 'USER_MEDIA', 'AUDIO_PLAYBACK'],
    justification: 'Keeps the SIP registration and the call alive while the panel is closed, and rings.',
  });
}
