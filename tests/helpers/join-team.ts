import type { Page } from 'puppeteer-core';
import { fillIn } from './set-up-agent.ts';

/**
 * Joins on the options page, with the address and the code that the lead gave. After a code alone,
 * the fingerprint of the team's root is compared and found to be the lead's.
 */
export async function joinTeam(options: Page, server: string, code: string): Promise<void> {
  await fillIn(options, 'teamServer', server);
  await fillIn(options, 'enrolmentCode', code);
  await options.keyboard.press('Enter');
  await options.waitForSelector('.team-part__root, .team-part__compare');
  const same = await options.$('.team-part__compare .button--main');
  if (same === null) return;
  await same.click();
  await options.waitForSelector('.team-part__root');
}
