import * as v from 'valibot';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { enrolAnswerSchema, enrolmentCodeSchema } from '../../contract/api/members/enrolment.ts';
import type { OwnDevice } from '../../contract/api/members/member.ts';
import { SYNC_VERSION, VERSION_HEADER } from '../../contract/api/sync/version.ts';
import { SYNC_CHANNEL, type SyncMessage } from '../../contract/messages/sync-message.ts';
import { Membership } from '../../phone-host/server/membership.ts';
import { browserGlobals } from '../helpers/browser-globals.ts';
import { type Listening, listening } from '../helpers/server/listening.ts';
import { type Seat, type ServerBed, serverBed } from '../helpers/server/server-bed.ts';
import { SyncDevice } from '../helpers/server/sync-device.ts';
import { until } from '../helpers/until.ts';

let bed: ServerBed;
let server: Listening;
let lead: Seat;
let agent: Seat;
let device: SyncDevice;
let membership: Membership;
let page: BroadcastChannel;
let shown: readonly OwnDevice[] | null;

beforeAll(async () => {
  bed = await serverBed();
  server = await listening(bed);
});
afterAll(async () => {
  await server.close();
  await bed.close();
});
browserGlobals();
beforeEach(async () => {
  const admin = await bed.organisation();
  lead = await bed.seat('lead', admin);
  agent = await bed.seat('agent', admin);
  device = await SyncDevice.enrolled(agent, server.origin);
  shown = null;
  page = new BroadcastChannel(SYNC_CHANNEL);
  page.onmessage = ({ data }: MessageEvent<SyncMessage>) => {
    if (data.kind === 'new-devices') shown = data.devices;
  };
  startHost();
});
afterEach(async () => {
  await membership.stop();
  page.close();
});

/** The part of the phone host that asks who this device is. */
function startHost(): void {
  membership = new Membership(device.stores);
  membership.start();
}

async function link() {
  const reading = await device.stores.links.read();
  if (reading.state !== 'linked') throw new Error(reading.state);
  return reading.link;
}

/** Makes a code for the agent and enrols with it. */
async function enrolsAsAgent(by: Seat, label: string): Promise<string> {
  const codes = `/v1/teams/${agent.team}/members/${agent.member}/codes`;
  const { code } = v.parse(enrolmentCodeSchema, (await bed.ask(by, 'POST', codes, {})).body);
  const { body } = await bed.ask(null, 'POST', '/v1/enrol', { code, label });
  return v.parse(enrolAnswerSchema, body).me.device;
}

const isShown = (devices: readonly string[]) => () =>
  JSON.stringify(shown?.map(({ id }) => id)) === JSON.stringify(devices);

test('a lead who enrols with an agent’s code is seen by the agent: when, by whose code, with what', async () => {
  const id = await enrolsAsAgent(lead, 'Chrome Linux');
  await membership.refresh(await link());
  await until('the notice is shown', isShown([id]));
  const codeBy = { number: lead.number, name: `Agent ${lead.number}` };
  expect(shown).toMatchObject([{ label: 'Chrome Linux', madeAt: bed.clock.now, codeBy }]);
});

test('the agent’s other devices learn it by an event, at once', async () => {
  const headers = { authorization: `Bearer ${agent.token}`, [VERSION_HEADER]: String(SYNC_VERSION) };
  const stream = await fetch(new URL('/v1/events', server.origin), { headers });
  const reader = stream.body?.pipeThrough(new TextDecoderStream()).getReader();
  let read = '';
  const readUntil = async (what: string) => {
    while (!read.includes(what)) read += (await reader?.read())?.value ?? expect.fail('the stream ended');
  };
  await readUntil('hello');
  await enrolsAsAgent(lead, 'other');
  await readUntil('"member"');
  await reader?.cancel();
});

test('a device that the agent knows is not shown again, also after a restart; a later one is', async () => {
  const first = await enrolsAsAgent(lead, 'first');
  await membership.refresh(await link());
  await until('the first is shown', isShown([first]));
  page.postMessage({ kind: 'know-device', device: first } satisfies SyncMessage);
  await until('it is gone', isShown([]));
  await until('it is stored', async () => (await link()).knownDevices?.includes(first) === true);
  await membership.stop();
  startHost();
  bed.clock.now += 60_000;
  const second = await enrolsAsAgent(lead, 'second');
  await membership.refresh(await link());
  await until('only the second is shown', isShown([second]));
});

test('neither this device, nor one that the agent enrolled by the company’s account, nor a revoked one', async () => {
  await bed.device(agent);
  const revoked = await enrolsAsAgent(lead, 'revoked');
  await bed.ask(lead, 'DELETE', `/v1/teams/${lead.team}/devices/${revoked}`);
  await membership.refresh(await link());
  await until('nothing is shown', isShown([]));
});

test('a page that opens later asks for it; after the agent left the team nothing is shown', async () => {
  const id = await enrolsAsAgent(lead, 'later');
  await membership.refresh(await link());
  await until('it is shown', isShown([id]));
  shown = null;
  page.postMessage({ kind: 'ask' } satisfies SyncMessage);
  await until('the page knows', isShown([id]));
  membership.use(null);
  await until('nothing is shown', isShown([]));
});
