import { createServer } from 'node:http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { scenario } from '../../practice/scenario.ts';
import { AGENT, type AgentWorkstation, openAgentWorkstation } from '../helpers/agent-workstation.ts';
import { describeWith } from '../helpers/need-program.ts';
import { type PanelScreen, panelScreen } from '../helpers/panel-screen.ts';
import { fillIn } from '../helpers/set-up-agent.ts';
import { until } from '../helpers/until.ts';

const caller = (number: string, displayName: string | null = null) =>
  scenario({
    id: 'stays-on',
    title: 'Stays on the line',
    caller: { number, displayName },
    onAnswer: [{ do: 'stay-on' }],
  });

describeWith(['chromium'], 'the page about a caller', () => {
  let workstation: AgentWorkstation;
  let screen: PanelScreen;
  const requested: string[] = [];
  const crm = createServer((request, response) => {
    if (request.url?.startsWith('/find') === true) requested.push(request.url);
    response.setHeader('content-type', 'text/html').end('<title>CRM</title>');
  });
  let origin = '';

  beforeAll(async () => {
    await new Promise<void>((done) => crm.listen(0, '127.0.0.1', done));
    const address = crm.address();
    if (address === null || typeof address === 'string') throw new Error('The CRM page has no port.');
    origin = `http://localhost:${address.port}`;
    workstation = await openAgentWorkstation();
    screen = panelScreen(workstation.panel);
    const options = await workstation.chromium.openPage('options.html');
    await options.waitForSelector('.advanced-form summary');
    await options.click('.advanced-form summary');
    await options.select('select[name="screenPopAt"]', 'ring');
    await fillIn(options, 'screenPopPage', `${origin}/find?tel={number}&agent={agent}`);
    await options.click('.advanced-form button[type="submit"]');
    await options.waitForSelector('.advanced-form .form-foot__state--saved');
  });
  afterAll(async () => {
    await workstation?.close();
    crm.close();
  });

  const tabs = async () =>
    (await workstation.chromium.browser.pages()).filter((page) => page.url().startsWith(origin));

  test('opens once, behind, and the next caller is shown in the same tab', async () => {
    const first = workstation.exchange.ring(caller('+8613900002244'), { user: AGENT.user });
    await until('the page of the first caller', () => requested.length === 1);
    expect(requested).toEqual(['/find?tel=%2B8613900002244&agent=0283']);
    await first.cancel();
    const second = workstation.exchange.ring(caller('+8613900002255', '"&agent=9'), { user: AGENT.user });
    await until('the page of the second caller', () => requested.length === 2);
    expect(requested[1]).toBe('/find?tel=%2B8613900002255&agent=0283');
    await until('one tab', async () => (await tabs()).length === 1);
    await second.cancel();
    await screen.gone('.ring-dial');
  });

  test('opens a new tab where the agent closed the old one, and none for a withheld number', async () => {
    for (const tab of await tabs()) await tab.close();
    const withheld = workstation.exchange.ring(caller('anonymous'), { user: AGENT.user });
    await screen.appears('.ring-dial');
    await withheld.cancel();
    await screen.gone('.ring-dial');
    const known = workstation.exchange.ring(caller('+8613900002266'), { user: AGENT.user });
    await until('the page of the caller', () => requested.length === 3);
    expect(requested[2]).toContain('8613900002266');
    await until('one tab', async () => (await tabs()).length === 1);
    await known.cancel();
  });
});
