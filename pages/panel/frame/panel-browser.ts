import { browser } from 'wxt/browser';
import { forgetDialRequest } from '../../../browser/dial-request-store.ts';
import { type LineNoise, lineNoise } from '../../../browser/line-noise.ts';
import { type LocalSpeech, localSpeech } from '../../../browser/local-speech.ts';
import { savePins } from '../../../browser/pins-store.ts';
import { saveFile } from '../../../browser/save-file.ts';
import { whenIdle } from '../../../browser/when-idle.ts';

/** What the panel asks of the browser besides storage. Tests replace it. */
export interface PanelBrowser {
  /** Opens a page of the extension in a tab. */
  openPage(path: string): void;
  openOptions(): void;
  copy(text: string): void;
  saveFile(name: string, type: string, content: string | Blob): void;
  savePins(pins: readonly string[]): void;
  /** For practice callers. */
  readonly speech: LocalSpeech;
  readonly noise?: LineNoise;
  forgetDialRequest(): Promise<void>;
  /** Resolves when the page has nothing to draw. */
  whenIdle(): Promise<void>;
}

export const panelBrowser: PanelBrowser = {
  openPage: (path) => void browser.tabs.create({ url: `${browser.runtime.getURL('/')}${path}` }),
  openOptions: () => void browser.runtime.openOptionsPage(),
  copy: (text) => void navigator.clipboard.writeText(text),
  saveFile,
  savePins: (pins) => void savePins(pins),
  speech: localSpeech(globalThis.speechSynthesis),
  noise: lineNoise(),
  forgetDialRequest,
  whenIdle,
};
