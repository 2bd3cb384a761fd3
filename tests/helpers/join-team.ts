import type { Page } from 'puppeteer-core';
import { fillIn } from './set-up-agent.ts';

/** Joins on the options page, with the address and the code that the lead gave. */
export async function joinTeam(options: Page, server: string, code: string): Promise<void> {
  await fillIn(options, 'teamServer', server);
  await fillIn(options, 'enrolmentCode', code);
  await options.keyboard.press('Enter');
  await options.waitForSelector('.team-part__server');
}
