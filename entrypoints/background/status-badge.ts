import { browser } from 'wxt/browser';
import type { BadgeState } from '../../contract/messages/background-request.ts';
import { rememberLiveCalls } from '../wiring/waiting-update.ts';

/** One glyph each, so that the badge speaks without colour too. */
const BADGES: Readonly<Record<BadgeState, { text: string; colour: string }>> = {
  idle: { text: '', colour: '#5b6470' },
  ringing: { text: '☎', colour: '#b3261e' },
  'in-call': { text: '●', colour: '#1f7a4d' },
  out: { text: '!', colour: '#8a5a00' },
};

/** Shows the phone's state at the toolbar icon and remembers whether calls are up, for the update that waits. */
export async function showStatus(state: BadgeState, liveCalls: number): Promise<void> {
  const { text, colour } = BADGES[state];
  const action = import.meta.env.MANIFEST_VERSION === 2 ? browser.browserAction : browser.action;
  await Promise.all([
    action.setBadgeText({ text }),
    action.setBadgeBackgroundColor({ color: colour }),
    rememberLiveCalls(liveCalls),
  ]);
}
