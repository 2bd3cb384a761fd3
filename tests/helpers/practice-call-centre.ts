import { afterAll, afterEach, beforeAll } from 'vitest';
import { type Exchange, startExchange } from '../../practice/exchange.ts';
import { type ScenarioInput, scenario } from '../../practice/scenario.ts';
import { type CallChromium, type CallPage, openCallChromium } from './call-page/call-page.ts';
import type { PageConfig } from './call-page/client.ts';
import { plainPhone } from './call-page/plain-phone.ts';

const PASSWORD = 'practice-1';

export interface PracticeCallCentre {
  readonly exchange: Exchange;
  agent(settings?: Partial<PageConfig>): Promise<CallPage>;
}

/** One practice exchange and one browser for a suite; a page with a phone for each test. */
export function practiceCallCentre(): () => PracticeCallCentre {
  let exchange: Exchange;
  let chromium: CallChromium;
  let agents: CallPage[] = [];

  beforeAll(async () => {
    [exchange, chromium] = await Promise.all([
      startExchange({ users: [{ user: 'agent', password: PASSWORD }], refusedTransfers: { '8009': 403 } }),
      openCallChromium(),
    ]);
  });
  afterEach(async () => {
    exchange.resumeAnswering();
    await Promise.all(exchange.calls().map((call) => call.hangUp()));
    await Promise.all(agents.map((agent) => agent.close()));
    agents = [];
  });
  afterAll(async () => {
    await chromium?.close();
    await exchange?.stop();
  });

  return () => ({
    exchange,
    async agent(settings = {}) {
      const agent = await chromium.openPhone({
        ...plainPhone(exchange.url, exchange.domain, PASSWORD),
        ...settings,
      });
      agents.push(agent);
      await agent.event('registered');
      return agent;
    },
  });
}

/** A caller who stays on the line and does not speak first. */
export function patientCaller(more: Partial<ScenarioInput> = {}) {
  return scenario({
    id: 'patient-caller',
    title: 'Stays on',
    caller: { number: '+8613900000001', displayName: null },
    onAnswer: [{ do: 'play-noise', audio: 'babble', ms: 60_000 }, { do: 'stay-on' }],
    ...more,
  });
}
