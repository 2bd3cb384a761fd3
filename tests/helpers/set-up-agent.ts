import type { ElementHandle, Page } from 'puppeteer-core';

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

/**
 * Fills in the options page as a new agent does; waits for each form. Returns the recovery code.
 */
export async function setUpAgent(options: Page, set: AgentSetUp): Promise<string> {
  const recoveryCode = (set.newVault ?? true) ? await makeVault(options, set.passphrase) : '';
  await fillIn(options, 'agentNumber', set.agentNumber ?? '0283');
  await fillIn(options, 'agentName', '小林');
  await fillIn(options, 'hotlineName', '示例热线');
  await submitFormOf(options, 'agentNumber');
  await fillIn(options, 'sipServer', set.sipServer);
  await fillIn(options, 'sipDomain', set.sipDomain);
  await fillIn(options, 'sipUser', set.sipUser);
  await fillIn(options, 'password', set.password);
  if (set.remember === true) await options.click('.remember-choice label:nth-of-type(2)');
  await submitFormOf(options, 'sipServer');
  return recoveryCode;
}

/** The first form of the options page: sets a passphrase. Returns the recovery code. */
export async function makeVault(options: Page, passphrase: string): Promise<string> {
  await fillIn(options, 'passphrase', passphrase);
  await fillIn(options, 'passphrase-again', passphrase);
  await submitFormOf(options, 'passphrase');
  await options.waitForSelector('.recovery-code__code');
  const recoveryCode = await options.$eval('.recovery-code__code', (code) => code.textContent ?? '');
  await (await options.waitForSelector('.recovery-code input[type="checkbox"]'))?.click();
  await (await options.waitForSelector('.recovery-code .button--main:not([disabled])'))?.click();
  await options.waitForSelector('.options__done');
  return recoveryCode;
}

/** Replaces the content of a field in one step, as pasting does; typing costs seconds. */
export async function fillIn(page: Page, name: string, text: string): Promise<void> {
  const field = await fieldOf(page, name);
  await field?.click({ count: 3 });
  await page.evaluate((whole) => document.execCommand('insertText', false, whole), text);
}

async function fieldOf(page: Page, name: string): Promise<ElementHandle<HTMLInputElement> | null> {
  try {
    return await page.waitForSelector(`input[name="${name}"]`);
  } catch (error) {
    const instead = await page.$eval('body', ({ innerText }) => innerText.slice(0, 400));
    throw new Error(`${page.url()} never showed the field ${name}; it shows: ${instead}`, { cause: error });
  }
}

/** Submits by Enter, and waits until the form says that it is saved. */
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
