import { Begin } from '../../pages/options/begin/begin.tsx';
import type { ShowPage } from '../../pages/session/start-page.tsx';
import { openOptions } from '../options/open-options.tsx';

/** The first page of a new workstation: three steps instead of all settings. */
export async function openPage(show: ShowPage): Promise<void> {
  await openOptions(show, Begin);
}
