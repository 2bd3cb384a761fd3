import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

export interface Fault {
  /** `background`, or a page as in `offscreen.html`. */
  readonly where: string;
  /** Runs there before anything else. */
  readonly script: string;
}

/** A copy of the built extension in whose contexts something is broken, as on a bad computer. */
export async function faultyExtension(
  faults: readonly Fault[],
  built = process.env['CHROME_EXTENSION'] ?? '.output/chrome-mv3',
): Promise<{ path: string; remove(): Promise<void> }> {
  const path = await mkdtemp(join(tmpdir(), 'sansheng-faulty-'));
  await cp(resolve(built), path, { recursive: true });
  for (const [number, { where, script }] of faults.entries()) {
    const file = where === 'background' ? await backgroundScript(path) : `fault-${number}.js`;
    const before = where === 'background' ? await readFile(join(path, file), 'utf8') : '';
    await writeFile(join(path, file), `(() => {\n${script}\n})();\n${before}`);
    if (where === 'background') continue;
    const html = await readFile(join(path, where), 'utf8');
    await writeFile(join(path, where), html.replace('<head>', `<head><script src="/${file}"></script>`));
  }
  return { path, remove: () => rm(path, { recursive: true }) };
}

async function backgroundScript(path: string): Promise<string> {
  if ((await readdir(path)).includes('background.js')) return 'background.js';
  throw new Error('The built extension has no background.js.');
}

/** Where a fault counts; `localStorage` is shared by the pages of an extension. */
const FAULTS_LEFT = 'faults';

/** No database opens in the next documents, as many as `documents`. */
export function storeFails(documents: number): string {
  return `
    const left = Number(localStorage.getItem('${FAULTS_LEFT}') ?? ${documents});
    localStorage.setItem('${FAULTS_LEFT}', String(Math.max(0, left - 1)));
    if (left === 0) return;
    IDBFactory.prototype.open = () => {
      throw new DOMException('the disk does not answer', 'UnknownError');
    };`;
}

/** No database opens until `repairStore` runs in a page of the extension. */
export const STORE_FAILS = `
  const open = IDBFactory.prototype.open;
  IDBFactory.prototype.open = function (...request) {
    if (localStorage.getItem('${FAULTS_LEFT}') === '0') return open.apply(this, request);
    throw new DOMException('the disk does not answer', 'UnknownError');
  };`;

/** A request that opens a database is never answered. */
export const STORE_HANGS = 'IDBFactory.prototype.open = () => new EventTarget();';

export const REPAIR_STORE = `localStorage.setItem('${FAULTS_LEFT}', '0')`;

/** The first reads of the settings fail, as many as `reads`. */
export function settingsFail(reads: number): string {
  return `
    let left = ${reads};
    const area = chrome.storage.local;
    const get = area.get.bind(area);
    area.get = (key, ...rest) => {
      if (key !== 'settings' || left === 0) return get(key, ...rest);
      left -= 1;
      return Promise.reject(new Error('the profile cannot be read'));
    };`;
}

/** Nothing that this page posts arrives while `globalThis.silent` is true: it hangs. */
export const MAY_FALL_SILENT = `
  const post = BroadcastChannel.prototype.postMessage;
  BroadcastChannel.prototype.postMessage = function (message) {
    if (globalThis.silent !== true) post.call(this, message);
  };`;

/**
 * While `stickSound(true)` holds, no sound begins and no AudioContext runs, as with an output that
 * vanished or that another program keeps; the promises stay pending.
 */
export const SOUND_MAY_STICK = `
  const isStuck = () => localStorage.getItem('sound') === 'stuck';
  const pending = new Promise(() => {});
  const { play } = HTMLMediaElement.prototype;
  HTMLMediaElement.prototype.play = function () {
    return isStuck() ? pending : play.call(this);
  };
  const { resume } = AudioContext.prototype;
  AudioContext.prototype.resume = function () {
    return isStuck() ? pending : resume.call(this);
  };
  const Real = AudioContext;
  globalThis.AudioContext = class extends Real {
    constructor(...options) {
      super(...options);
      if (isStuck()) void this.suspend();
    }
  };`;

export function stickSound(isStuck: boolean): string {
  return `localStorage.setItem('sound', '${isStuck ? 'stuck' : 'free'}')`;
}

/** The clock of this page goes as far wrong as {@link setClock} says. */
export const MAY_BE_SET_BACK = `
  const Real = Date;
  const now = () => Real.now() + Number(localStorage.getItem('clock') ?? 0);
  globalThis.Date = class extends Real {
    constructor(...parts) {
      super(...(parts.length === 0 ? [now()] : parts));
    }
    static now() {
      return now();
    }
  };`;

export function setClock(wrongByMs: number): string {
  return `localStorage.setItem('clock', '${wrongByMs}')`;
}
