import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { AGENT, openAgentWorkstation, PASSPHRASE } from '../../../tests/helpers/agent-workstation.ts';
import type { ExtensionChromium } from '../../../tests/helpers/extension-chromium.ts';

export interface PanelStarts {
  /** Milliseconds from navigation to a panel at rest, each in a page of its own. */
  readonly empty: readonly number[];
  readonly full: readonly number[];
  /** An extension page that holds one word, until that is painted. */
  readonly bare: readonly number[];
  /** The panel among many notes, until its first paint. */
  readonly painted: readonly number[];
}

const BUILD = '.output/chrome-mv3';
const BARE = 'bare.html';

/**
 * The real panel, opened `opens` times on an empty store and again among `notes` notes. `script` is
 * the bundled bench/notes/page.ts, which fills the extension's own store.
 */
export async function measurePanel(script: string, notes: number, opens: number): Promise<PanelStarts> {
  await writeFile(join(BUILD, BARE), '<!doctype html><title>bare</title><p class="idle-view">bare</p>');
  const workstation = await openAgentWorkstation();
  try {
    const { chromium } = workstation;
    await workstation.exchange.waitForRegistration(AGENT.user);
    await chromium.closePanel();
    const empty = await starts(chromium, opens);
    const options = await chromium.openPage('options.html');
    await options.evaluate(script);
    await options.evaluate(({ total, passphrase }) => window.notesBench.fill(total, passphrase), {
      total: notes,
      passphrase: PASSPHRASE,
    });
    await options.close();
    await readOnce(chromium);
    const full = await starts(chromium, opens);
    return {
      empty: empty.map(({ atRest }) => atRest),
      full: full.map(({ atRest }) => atRest),
      painted: full.map(({ painted }) => painted),
      bare: (await starts(chromium, opens, BARE)).map(({ painted }) => painted),
    };
  } finally {
    await workstation.close();
    await rm(join(BUILD, BARE));
  }
}

/** Waits until search has read every note once, as it does in any panel. */
async function readOnce(chromium: ExtensionChromium): Promise<void> {
  const page = await chromium.openPage('sidepanel.html');
  await page.waitForSelector('.tab-bar__tab');
  await page.evaluate(() => document.querySelectorAll<HTMLElement>('.tab-bar__tab')[1]?.click());
  await page.waitForSelector('.records__row');
  await page.waitForFunction(() => document.querySelector('.records__notice') === null, {
    timeout: 300_000,
    polling: 500,
  });
  await page.close();
}

async function starts(chromium: ExtensionChromium, opens: number, path = 'sidepanel.html') {
  const samples: { readonly atRest: number; readonly painted: number }[] = [];
  for (let open = 0; open < opens; open += 1) {
    const page = await chromium.browser.newPage();
    await page.evaluateOnNewDocument(() => {
      new MutationObserver((_, watching) => {
        if (document.querySelector('.idle-view') === null) return;
        performance.mark('at rest');
        watching.disconnect();
      }).observe(document, { childList: true, subtree: true });
    });
    await page.goto(chromium.url(path));
    // `first-paint` may come before anything can be read.
    await page.waitForFunction(() =>
      ['at rest', 'first-contentful-paint'].every((mark) => performance.getEntriesByName(mark).length > 0),
    );
    samples.push(
      await page.evaluate(() => ({
        atRest: performance.getEntriesByName('at rest')[0]?.startTime ?? 0,
        painted: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0,
      })),
    );
    await page.close();
  }
  return samples;
}
