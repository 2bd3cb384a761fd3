import { browser } from 'wxt/browser';
import type { Settings } from '../contract/settings/settings.ts';
import { siteOrigins } from '../contract/settings/softphone-sites.ts';

const SCRIPTS = ['softphone-hook', 'softphone-page'] as const;

/** The sites whose softphone is watched, by the settings: none while the phone is another one. */
export function watchedSites(settings: Pick<Settings, 'phoneSource' | 'softphoneSites'>): readonly string[] {
  return settings.phoneSource === 'web-softphone' ? siteOrigins(settings.softphoneSites) : [];
}

/** Asks for these sites alone; in the task of a press, or the browser refuses. */
export function requestSites(origins: readonly string[]): Promise<boolean> {
  if (origins.length === 0) return Promise.resolve(true);
  return browser.permissions.request({ permissions: ['scripting'], origins: origins.map(patternOf) });
}

export async function areSitesAllowed(origins: readonly string[]): Promise<boolean> {
  if (origins.length === 0) return true;
  return browser.permissions.contains({ permissions: ['scripting'], origins: origins.map(patternOf) });
}

/**
 * Puts the scripts into the pages of the sites that are named and allowed, and into no other; also
 * into those that are open. Access to a site that is not named any more is given back.
 */
export async function placeScripts(origins: readonly string[]): Promise<void> {
  if (!(await browser.permissions.contains({ permissions: ['scripting'] }))) return;
  const allowed: string[] = [];
  for (const origin of origins) if (await areSitesAllowed([origin])) allowed.push(patternOf(origin));
  const known = await browser.scripting.getRegisteredContentScripts({ ids: [...SCRIPTS] });
  const before = known[0]?.matches ?? [];
  if (known.length === SCRIPTS.length && before.toSorted().join() === allowed.toSorted().join()) return;
  if (known.length > 0) await browser.scripting.unregisterContentScripts({ ids: known.map(({ id }) => id) });
  if (allowed.length === 0) return;
  await browser.scripting.registerContentScripts(SCRIPTS.map((id) => scriptOf(id, allowed)));
  await injectInto(allowed.filter((pattern) => !before.includes(pattern)));
}

type Registered = Parameters<typeof browser.scripting.registerContentScripts>[0][number];

function scriptOf(id: (typeof SCRIPTS)[number], matches: string[]): Registered {
  return {
    ...{ id, js: [`${id}.js`], matches, allFrames: true, runAt: 'document_start' },
    // Frames without an address of their own too (Firefox 128, Chromium 119).
    matchOriginAsFallback: true,
    ...(id === 'softphone-hook' ? { world: 'MAIN' } : {}),
  };
}

/** Into pages that were open before: their softphone is known from its next message on. */
async function injectInto(patterns: readonly string[]): Promise<void> {
  if (patterns.length === 0) return;
  for (const { id: tabId } of await browser.tabs.query({ url: [...patterns] })) {
    if (tabId === undefined) continue;
    const target = { tabId, allFrames: true };
    try {
      await browser.scripting.executeScript({ target, files: ['/softphone-page.js'] });
      await browser.scripting.executeScript({ target, files: ['/softphone-hook.js'], world: 'MAIN' });
    } catch (error) {
      console.info('softphone: a page that is open has to be loaded anew', error);
    }
  }
}

/** Match patterns have no port. */
function patternOf(origin: string): string {
  const { protocol, hostname } = new URL(origin);
  return `${protocol}//${hostname}/*`;
}
