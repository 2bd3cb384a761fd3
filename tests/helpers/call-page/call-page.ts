import type { Page } from 'puppeteer-core';
import type { CallCommand, CommandResult } from '../../../calls/call-command.ts';
import type { CallEvent, PhoneEvent } from '../../../calls/call-event.ts';
import { foldPhone, type Phone, QUIET_PHONE } from '../../../calls/fold-phone.ts';
import { until } from '../until.ts';
import { bundle } from './bundle.ts';
import type { PageConfig } from './client.ts';
import { type OpenChromium, openChromium } from './open-chromium.ts';

type AnyEvent = CallEvent | PhoneEvent;

export interface CallChromium extends OpenChromium {
  openPhone(config: PageConfig): Promise<CallPage>;
}

/**
 * A Chromium whose pages are phones: the JsSIP source alone, bundled, without the extension around
 * it.
 */
export async function openCallChromium(): Promise<CallChromium> {
  const chromium = await openChromium(await bundle('./client.ts', import.meta.url));
  return {
    ...chromium,
    async openPhone(config) {
      const page = await chromium.openPage();
      await page.evaluate((config) => window.sourcePhone.start(config), config);
      return new CallPage(page);
    },
  };
}

/** One phone in a page, with the events it reported. */
export class CallPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  events(): Promise<AnyEvent[]> {
    return this.page.evaluate(() => window.sourcePhone.events);
  }

  command(command: CallCommand): Promise<CommandResult> {
    return this.page.evaluate((command) => window.sourcePhone.command(command), command);
  }

  /** The newest event of a type, waited for; `matches` narrows it. */
  async event<T extends AnyEvent['type']>(
    type: T,
    matches: (event: AnyEvent & { type: T }) => boolean = () => true,
    timeoutMs = 15_000,
  ): Promise<AnyEvent & { type: T }> {
    const isIt = (event: AnyEvent): event is AnyEvent & { type: T } => event.type === type;
    let found: (AnyEvent & { type: T }) | undefined;
    try {
      await until(
        type,
        async () => {
          found = (await this.events()).filter(isIt).findLast(matches);
          return found !== undefined;
        },
        timeoutMs,
      );
    } catch (error) {
      throw new Error(`${String(error)} Reported so far: ${JSON.stringify(await this.events())}`);
    }
    if (found === undefined) throw new Error(`No ${type}.`);
    return found;
  }

  /** Folds all reported events; an impossible event throws. */
  async fold(): Promise<{ phone: Phone; impossible: readonly string[] }> {
    let phone = QUIET_PHONE;
    const impossible: string[] = [];
    for (const event of await this.events()) {
      const result = foldPhone(phone, event);
      if (result.verdict === 'applied') phone = result.phone;
      else if (result.verdict === 'impossible') impossible.push(`${JSON.stringify(event)}: ${result.why}`);
    }
    return { phone, impossible };
  }

  /** Waits until getStats shows audio energy growing in both directions. */
  async hasAudioBothWays(): Promise<void> {
    const before = await this.page.evaluate(() => window.sourcePhone.energy());
    await until('audio both ways', async () => {
      const now = await this.page.evaluate(() => window.sourcePhone.energy());
      return now.sent > before.sent && now.received > before.received && now.packetsSent > before.packetsSent;
    });
  }

  /** Ends its calls, unregisters, and closes the page. */
  async close(): Promise<void> {
    if (this.page.isClosed()) return;
    await this.page.evaluate(() => window.sourcePhone.stop());
    await this.page.close();
  }
}
