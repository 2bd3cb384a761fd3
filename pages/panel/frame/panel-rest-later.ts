import { signal } from '@preact/signals';

type PanelRest = typeof import('./rest-of-panel.ts');

const loaded = signal<PanelRest | null>(null);
let loading: Promise<void> | null = null;

/** Null until they are loaded; reading it renders the reader then. */
export function panelRest(): PanelRest | null {
  if (loaded.value === null) void loadPanelRest();
  return loaded.value;
}

/** From the extension's own files: it needs no network. */
export function loadPanelRest(): Promise<void> {
  loading ??= import('./rest-of-panel.ts').then(
    (rest) => {
      loaded.value = rest;
    },
    (error: unknown) => {
      // The files were replaced under the page: a panel opened anew has the new ones.
      console.error('panel: a part could not be loaded', error);
      loading = null;
      location.reload();
    },
  );
  return loading;
}
