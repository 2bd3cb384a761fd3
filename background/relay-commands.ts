import { browser } from 'wxt/browser';
import { askHost } from '../browser/ask-host.ts';
import { openPanel } from './open-panel.ts';

/**
 * The browser's keyboard commands, which work while a page of another application has the focus.
 */
export function relayCommands(): void {
  browser.commands.onCommand.addListener((command, tab) => {
    switch (command) {
      case 'open-panel':
        void openPanel(tab?.windowId);
        break;
      case 'answer':
        // Firefox opens the microphone only in a page in front.
        if (import.meta.env.FIREFOX) void openPanel(undefined);
        askHost({ kind: 'shortcut', id: crypto.randomUUID(), shortcut: 'answer' });
        break;
      case 'hang-up':
        askHost({ kind: 'shortcut', id: crypto.randomUUID(), shortcut: 'hang-up' });
        break;
      case 'mute':
        askHost({ kind: 'shortcut', id: crypto.randomUUID(), shortcut: 'mute' });
        break;
    }
  });
}
