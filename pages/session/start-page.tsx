import { effect, signal } from '@preact/signals';
import { render, type VNode } from 'preact';
import * as v from 'valibot';
import { browserLanguage, loadWords } from '../../browser/load-words.ts';
import { isPrivateContext } from '../../browser/private-context.ts';
import { saveFile } from '../../browser/save-file.ts';
import { Backoff } from '../../calls/timing/backoff.ts';
import { withTimeLimit } from '../../calls/timing/time-limit.ts';
import { type PageFailure, PageOpening, PageTrouble } from '../../components/page-trouble.tsx';
import type { Words } from '../../contract/words.ts';
import { pageFailureOf } from './page-failure.ts';
import { reportActivity } from './report-activity.ts';

/** Draws the page, and again whenever a signal that it read changes. */
export type ShowPage = (view: () => VNode) => void;

/** The page itself, loaded after the first paint: all of it may fail, its modules too. */
interface PageModule {
  openPage(show: ShowPage): Promise<void>;
}

/** A large store on a slow disk is open within seconds. */
const OPENS_WITHIN_MS = 20_000;
/** Between checks whether the page would open now. */
const RETRY_LIMITS = { leastMs: 1000, firstMs: 2000, longestMs: 30_000 } as const;

type Shown =
  | { readonly is: 'opening' }
  | { readonly is: 'page'; readonly view: () => VNode }
  | { readonly is: 'trouble'; readonly failure: PageFailure; readonly recovered: boolean };

/**
 * Renders first, then loads. A page that cannot load, or gets no answer within the limit, says what
 * is wrong and what to do, and opens by itself once it can.
 */
export async function startPage(load: () => Promise<PageModule>): Promise<void> {
  const app = document.getElementById('app');
  if (app === null) throw new Error('the page has no #app');
  const language = browserLanguage();
  document.documentElement.lang = language;
  const page = new StartingPage(load);
  const opening = page.open();
  const words = await loadWords(language);
  effect(() => render(draw(page, words), app));
  reportActivity();
  addEventListener('beforeunload', (event) => {
    if (page.unsaved) event.preventDefault();
  });
  await opening;
}

function draw(page: StartingPage, words: Words): VNode {
  const shown = page.shown.value;
  switch (shown.is) {
    case 'opening':
      return <PageOpening words={words} />;
    case 'page':
      return shown.view();
    case 'trouble':
      return (
        <PageTrouble
          failure={shown.failure}
          recovered={shown.recovered}
          words={words}
          onRetry={page.retry}
          onUnsaved={page.setUnsaved}
          saveFile={(text) => saveFile(rescueName(), 'text/plain;charset=utf-8', text)}
          copy={(text) => navigator.clipboard.writeText(text)}
        />
      );
  }
}

class StartingPage {
  readonly shown = signal<Shown>({ is: 'opening' });
  unsaved = false;
  readonly #load: () => Promise<PageModule>;

  constructor(load: () => Promise<PageModule>) {
    this.#load = load;
  }

  async open(): Promise<void> {
    if (isPrivateContext()) {
      this.#fail('private');
      return;
    }
    const opening = this.#open();
    try {
      await withTimeLimit(OPENS_WITHIN_MS, opening, 'the page');
      if (history.state !== null) history.replaceState(null, '');
    } catch (error) {
      console.error('page: could not be opened', error);
      this.#fail(pageFailureOf(error));
      void this.#reloadWhenItOpens();
    }
  }

  readonly setUnsaved = (unsaved: boolean): void => {
    this.unsaved = unsaved;
  };

  readonly retry = (): void => {
    this.unsaved = false;
    location.reload();
  };

  async #open(): Promise<void> {
    const { openPage } = await this.#load();
    await openPage((view) => {
      // It may come after the limit; what was typed meanwhile stays until it is kept.
      if (this.shown.value.is === 'opening') this.shown.value = { is: 'page', view };
    });
  }

  #fail(failure: PageFailure): void {
    this.shown.value = { is: 'trouble', failure, recovered: false };
  }

  /** Tries with growing pauses, also over reloads, whether the page would open. */
  async #reloadWhenItOpens(): Promise<void> {
    const reloads = reloadsSoFar();
    const backoff = new Backoff(RETRY_LIMITS, Math.random);
    for (let n = 0; n < reloads; n += 1) backoff.next();
    do await new Promise((resolve) => setTimeout(resolve, backoff.next()));
    while (!(await wouldOpen()));
    history.replaceState({ reloads: reloads + 1 } satisfies v.InferOutput<typeof reloadsSchema>, '');
    const { shown } = this;
    if (shown.value.is !== 'trouble') return;
    // Somebody may be about to write: then the page opens by a press.
    if (this.unsaved || document.activeElement?.localName === 'textarea')
      shown.value = { ...shown.value, recovered: true };
    else location.reload();
  }
}

async function wouldOpen(): Promise<boolean> {
  try {
    const { probePage } = await import('./probe-page.ts');
    await withTimeLimit(OPENS_WITHIN_MS, probePage(), 'the probe');
    return true;
  } catch (error) {
    console.warn('page: still cannot be opened', error);
    return false;
  }
}

const reloadsSchema = v.object({ reloads: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(20)) });

/** How often this page was reloaded without having opened; kept for this tab only. */
function reloadsSoFar(): number {
  const state = v.safeParse(reloadsSchema, history.state);
  return state.success ? Math.min(state.output.reloads, 19) : 0;
}

function rescueName(): string {
  return `sansheng-${new Date().toISOString().slice(0, 16).replace(/[:T]/g, '-')}.txt`;
}
