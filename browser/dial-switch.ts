import { browser } from 'wxt/browser';

const KEY = 'click-to-dial';
const SCRIPT = 'click-to-dial';
const EVERY_PAGE = ['https://*/*', 'http://*/*'];
const NEEDS = { permissions: ['scripting'], origins: EVERY_PAGE } as const;

export async function isDialOn(): Promise<boolean> {
  const [stored, allowed] = await Promise.all([
    browser.storage.local.get(KEY),
    browser.permissions.contains(needs()),
  ]);
  return stored[KEY] === true && allowed;
}

/** Asks for the permission, in the task of the agent's click. False if agent or policy refuse. */
export async function enableDial(): Promise<boolean> {
  const granted = await browser.permissions.request(needs());
  if (!granted) return false;
  await browser.storage.local.set({ [KEY]: true });
  await putScriptInPlace();
  return true;
}

/** Gives the permission back too. */
export async function disableDial(): Promise<void> {
  await browser.storage.local.set({ [KEY]: false });
  await removeScript();
  await browser.permissions.remove({ origins: EVERY_PAGE });
}

/** Registered at run time: without the permission there is no script in web pages. */
export async function putScriptInPlace(): Promise<void> {
  if (!(await isDialOn())) return;
  const [known] = await browser.scripting.getRegisteredContentScripts({ ids: [SCRIPT] });
  if (known !== undefined) return;
  await browser.scripting.registerContentScripts([
    { id: SCRIPT, js: ['click-to-dial.js'], matches: EVERY_PAGE, allFrames: true, runAt: 'document_start' },
  ]);
}

async function removeScript(): Promise<void> {
  if (browser.scripting === undefined) return;
  const known = await browser.scripting.getRegisteredContentScripts({ ids: [SCRIPT] });
  if (known.length > 0) await browser.scripting.unregisterContentScripts({ ids: [SCRIPT] });
}

function needs() {
  return { permissions: [...NEEDS.permissions], origins: [...NEEDS.origins] };
}
