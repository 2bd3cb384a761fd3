import { browser } from 'wxt/browser';
import type { HostFailure } from '../contract/messages/background-request.ts';
import { HostLifecycle, type HostPlace } from './host-lifecycle.ts';
import { showHostFailure } from './status-badge.ts';

const ALARM = 'keep-host-alive';
/** The shortest period that Chrome gives an alarm. */
const PERIOD_MINUTES = 0.5;

let host: HostLifecycle | null = null;

/**
 * Makes the phone host at start-up, at installation and whenever an alarm finds that none lives. A
 * ring does not depend on it: the host rings while this worker sleeps.
 */
export function keepHostAlive(place: HostPlace): void {
  const lifecycle = new HostLifecycle({
    place,
    after: (ms, task) => {
      const timer = setTimeout(task, ms);
      return () => clearTimeout(timer);
    },
    random: Math.random,
    onOut: showHostFailure,
  });
  host = lifecycle;
  browser.runtime.onStartup.addListener(() => void lifecycle.ensure());
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === ALARM) void lifecycle.ensure();
  });
  void browser.alarms.create(ALARM, { periodInMinutes: PERIOD_MINUTES });
  void lifecycle.ensure();
}

export async function ensureHost(): Promise<void> {
  await host?.ensure();
}

export async function restartHost(): Promise<void> {
  await host?.restart();
}

export function hostStarted(): void {
  host?.started();
}

export async function hostFailed(reason: HostFailure): Promise<void> {
  await host?.startFailed(reason);
}
