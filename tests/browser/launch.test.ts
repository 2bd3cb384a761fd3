import { afterEach, expect, test } from 'vitest';
import { launchChromium } from '../helpers/extension-chromium.ts';
import { launchFirefox } from '../helpers/extension-firefox.ts';
import { describeWith } from '../helpers/need-program.ts';

let close: () => Promise<void> = async () => {};
afterEach(() => close());

describeWith(['chromium'], 'the built extension in Chromium', () => {
  test('the toolbar button opens the real side panel, and closing it destroys it', async () => {
    const chromium = await launchChromium();
    close = () => chromium.close();

    const panel = await chromium.openPanel();
    await panel.evaluate(() => document.documentElement.setAttribute('data-seen', 'yes'));
    expect(panel.url()).toBe(chromium.url('sidepanel.html'));
    await panel.waitForFunction(() => document.body.innerText.trim() !== '');

    await chromium.closePanel();
    const again = await chromium.openPanel();
    expect(await again.evaluate(() => document.documentElement.hasAttribute('data-seen'))).toBe(false);
  });

  test('the phone host lives on when the service worker dies', async () => {
    const chromium = await launchChromium();
    close = () => chromium.close();
    const host = await chromium.offscreen();
    await host.evaluate(() => document.documentElement.setAttribute('data-seen', 'yes'));

    expect(await chromium.worker.isWatched()).toBe(false);
    await chromium.worker.kill();
    expect(await host.evaluate(() => document.documentElement.hasAttribute('data-seen'))).toBe(true);
  });

  test('the microphone is granted, refused and asked for', async () => {
    const chromium = await launchChromium();
    close = () => chromium.close();
    const options = await chromium.openPage('options.html');
    const ask = () =>
      options.evaluate(() =>
        navigator.mediaDevices.getUserMedia({ audio: true }).then(
          (stream) => {
            for (const track of stream.getTracks()) track.stop();
            return 'granted';
          },
          (error: unknown) => (error instanceof DOMException ? error.name : String(error)),
        ),
      );

    expect(await ask()).toBe('granted');
    await chromium.setMicrophone('denied');
    expect(await ask()).toBe('NotAllowedError');
  });
});

describeWith(['firefox-esr'], 'the built extension in Firefox', () => {
  test('a click opens the real sidebar', async () => {
    const firefox = await launchFirefox();
    close = () => firefox.close();

    const sidebar = await firefox.openSidebar();

    expect(await sidebar.evaluate('window.location.pathname')).toBe('/sidepanel.html');
    await sidebar.waitFor('document.body.innerText.trim() !== ""');
  });
});
