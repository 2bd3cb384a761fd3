import type { Page } from 'puppeteer-core';

export interface AgentSetUp {
  readonly passphrase: string;
  readonly agentNumber?: string;
  readonly sipServer: string;
  readonly sipDomain: string;
  readonly sipUser: string;
  readonly password: string;
  /** Ticks "remember on this computer". */
  readonly remember?: boolean;
  /** Sets a passphrase first; false where one is set already. */
  readonly newVault?: boolean;
}

/** Fills in the options page as a new agent does, field by field, and waits for each part to be kept. Gives the recovery code. */
export async function setUpAgent(options: Page, set: AgentSetUp): Promise<string> {
  const recoveryCode = (set.newVault ?? true) ? await makeVault(options, set.passphrase) : '';
  await typeInto(options, 'agentNumber', set.agentNumber ?? '0283');
  await typeInto(options, 'agentName', '小林');
  await typeInto(options, 'hotlineName', '示例热线');
  await submitFormOf(options, 'agentNumber');
  await typeInto(options, 'sipServer', set.sipServer);
  await typeInto(options, 'sipDomain', set.sipDomain);
  await typeInto(options, 'sipUser', set.sipUser);
  await typeInto(options, 'password', set.password);
  if (set.remember === true) await options.click('.remember-choice label:nth-of-type(2)');
  await submitFormOf(options, 'sipServer');
  return recoveryCode;
}

/** The first part of the options page: a passphrase, and the recovery code noted down. Gives the code. */
export async function makeVault(options: Page, passphrase: string): Promise<string> {
  await typeInto(options, 'passphrase', passphrase);
  await typeInto(options, 'passphrase-again', passphrase);
  await submitFormOf(options, 'passphrase');
  await options.waitForSelector('.recovery-code__code');
  const recoveryCode = await options.$eval('.recovery-code__code', (code) => code.textContent ?? '');
  await (await options.waitForSelector('.recovery-code input[type="checkbox"]'))?.click();
  await (await options.waitForSelector('.recovery-code .button--main:not([disabled])'))?.click();
  await options.waitForSelector('.options__done');
  return recoveryCode;
}

async function typeInto(page: Page, name: string, text: string): Promise<void> {
  const field = await page.waitForSelector(`input[name="${name}"]`);
  await field?.click({ count: 3 });
  await field?.type(text);
}

/** Submits as Enter does, and waits until the form says that it is kept. */
async function submitFormOf(page: Page, name: string): Promise<void> {
  await page.focus(`input[name="${name}"]`);
  await page.keyboard.press('Enter');
  if (name === 'passphrase') return;
  await page.waitForFunction(
    (field) =>
      document
        .querySelector(`input[name="${field}"]`)
        ?.closest('form')
        ?.querySelector('.form-foot__state--saved'),
    {},
    name,
  );
}
