import { signal } from '@preact/signals';

type PanelRest = typeof import('./rest-of-panel.ts');

const loaded = signal<PanelRest | null>(null);
let loading: Promise<void> | null = null;
/** Set for a page that was loaded anew for that; once is enough. */
const RELOADED = 'panel-reloaded-for-its-parts';

/** Null until they are loaded; reading it renders the reader then. */
export function panelRest(): PanelRest | null {
  if (loaded.value === null) void loadPanelRest();
  return loaded.value;
}

/** Without asking for them; reading it renders the reader when they are loaded. */
export function panelRestIfLoaded(): PanelRest | null {
  return loaded.value;
}

/** From the extension's own files: it needs no network. */
export function loadPanelRest(): Promise<void> {
  loading ??= import('./rest-of-panel.ts').then(
    (rest) => {
      sessionStorage.removeItem(RELOADED);
      loaded.value = rest;
    },
    (error: unknown) => {
      console.error('panel: a part could not be loaded', error);
      loading = null;
      // The files were replaced under the page: a panel opened anew has the new ones.
      if (sessionStorage.getItem(RELOADED) !== null) return;
      sessionStorage.setItem(RELOADED, 'yes');
      location.reload();
    },
  );
  return loading;
}
