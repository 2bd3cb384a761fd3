import type { Page } from 'puppeteer-core';

/** On the options page, as an agent does it with the address and the code that the lead gave. */
export async function joinTeam(options: Page, server: string, code: string): Promise<void> {
  const address = await options.waitForSelector('input[name="teamServer"]');
  await address?.click({ count: 3 });
  await address?.type(server);
  await options.type('input[name="enrolmentCode"]', code);
  await options.keyboard.press('Enter');
  await options.waitForSelector('.team-part__server');
}
