import * as rest from './rest-of-panel.ts';

export type PanelRest = typeof rest;

/**
 * The parts of the panel that are not on its first screen. Here they are there at once: for tests,
 * the gallery and the lead's preview. The build of the extension puts panel-rest-later.ts here.
 */
export function panelRest(): PanelRest | null {
  return rest;
}

/** Without asking for them. */
export function panelRestIfLoaded(): PanelRest | null {
  return rest;
}

export function loadPanelRest(): Promise<void> {
  return Promise.resolve();
}
