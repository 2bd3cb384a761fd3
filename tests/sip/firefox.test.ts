import puppeteer, { type Browser } from 'puppeteer-core';
import { afterAll, beforeAll, inject } from 'vitest';
import { findProgram } from '../helpers/find-program.ts';
import { describeWith } from '../helpers/need-program.ts';
import { FRAMES } from './cases/frames.ts';
import { GATEWAY_OFFERS, GATEWAY_REOFFERS } from './cases/gateway-offers.ts';
import { HOLDS, LOCAL_HOLDS } from './cases/holds.ts';
import { OFFERS } from './cases/offers.ts';
import { CANCELLED, FORKS } from './cases/outbound.ts';
import { WHAT_HELD } from './cases/what-held.ts';
import { runCases } from './run-cases.ts';

const GATEWAYS = [...GATEWAY_OFFERS, ...GATEWAY_REOFFERS];
const CASES = [
  ...WHAT_HELD,
  ...OFFERS,
  ...GATEWAYS,
  ...HOLDS,
  ...LOCAL_HOLDS,
  ...FRAMES,
  ...CANCELLED,
  ...FORKS,
];

describeWith(['chromium', 'firefox-esr'], 'the phone in Firefox', () => {
  let firefox: Browser;
  beforeAll(async () => {
    firefox = await puppeteer.launch({
      browser: 'firefox',
      executablePath: findProgram('firefox-esr', 'firefox') ?? 'firefox',
      headless: true,
      extraPrefsFirefox: {
        'media.navigator.streams.fake': true,
        'media.navigator.permission.disabled': true,
        'media.peerconnection.ice.loopback': true,
        'media.autoplay.default': 0,
      },
    });
  });
  afterAll(() => firefox.close());

  runCases(
    CASES.filter((one) => one.firefox === true),
    async () => {
      const page = await firefox.newPage();
      await page.goto(inject('sipBrowser').url);
      return page;
    },
  );
});
