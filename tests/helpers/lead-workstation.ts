import type { Page } from 'puppeteer-core';
import type { NewMember } from '../../contract/api/members/member.ts';
import { PASSPHRASE } from './agent-workstation.ts';
import { type ChromiumOptions, type ExtensionChromium, launchChromium } from './extension-chromium.ts';
import { joinTeam } from './join-team.ts';
import { makeVault } from './set-up-agent.ts';
import type { TeamServer } from './team-server.ts';

/** A team lead's browser with the lead's page in a tab. */
export interface LeadWorkstation {
  readonly chromium: ExtensionChromium;
  readonly page: Page;
  /** Goes to a page of the lead's application, `#/publish`. */
  goTo(place: string): Promise<void>;
  /** Replaces the content of the field for a path of the pack. */
  writes(place: string, text: string): Promise<void>;
  /** The full path that ends so, in the form on screen. */
  placeOf(end: string): Promise<string>;
  /** Of this lead's key, to be typed behind a code. */
  fingerprint(): Promise<string>;
  /** Publishes the draft with this message. */
  publishes(message: string): Promise<void>;
  close(): Promise<void>;
}

/** Sets a passphrase, enrols, and opens the lead's page: takes some seconds. */
export async function openLeadWorkstation(
  server: TeamServer,
  options: ChromiumOptions,
  member: NewMember = { number: '0900', name: '组长', role: 'lead' },
): Promise<LeadWorkstation> {
  const chromium = await launchChromium(options);
  const setUp = await chromium.openPage('options.html');
  await makeVault(setUp, PASSPHRASE);
  await joinTeam(setUp, server.url, await server.codeFor(member));
  const page = await chromium.openPage('lead.html');
  await page.setViewport({ width: 1440, height: 900 });
  await setUp.close();
  await page.bringToFront();
  const field = (place: string) => `[data-place="${place}"]`;
  const goTo = (place: string) =>
    page.evaluate((hash) => {
      location.hash = hash;
    }, place);
  return {
    chromium,
    page,
    goTo,
    async writes(place, text) {
      const found = await page.waitForSelector(field(place));
      await found?.click({ count: 3 });
      await page.keyboard.type(text);
    },
    async placeOf(end) {
      const found = await page.waitForSelector(`[data-place$="${end}"]`);
      return (await found?.evaluate((element) => element.getAttribute('data-place'))) ?? '';
    },
    async fingerprint() {
      await goTo('#/publish');
      const own = await page.waitForSelector('.signers__own:not(:empty)');
      return (await own?.evaluate((element) => element.textContent)) ?? '';
    },
    async publishes(message) {
      await goTo('#/publish');
      const words = await page.waitForSelector('.lead-form textarea');
      await words?.type(message);
      await (await page.waitForSelector('.lead-form .button--main:not([disabled])'))?.click();
    },
    close: () => chromium.close(),
  };
}
