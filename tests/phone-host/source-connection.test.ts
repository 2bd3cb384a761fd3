import { expect, test } from 'vitest';
import type { CallEvent, PhoneEvent } from '../../calls/call-event.ts';
import type { CallSource, SourceAccount } from '../../calls/call-source.ts';
import type { PhoneAccount } from '../../calls/phone-account.ts';
import { ipPhoneAddress } from '../../contract/settings/ip-phone.ts';
import { DEFAULT_SETTINGS, type Settings } from '../../contract/settings/settings.ts';
import { SourceConnection } from '../../phone-host/call/source-connection.ts';
import { callStory } from '../helpers/call-story.ts';
import { FakeStream } from './fake-stream.ts';

const SETTINGS: Settings = {
  ...DEFAULT_SETTINGS,
  ...{ sipServer: 'wss://pbx.example', sipDomain: 'pbx.example', sipUser: '1001' },
};
const SECRET = { kind: 'password', user: '1001', password: 'secret' } as const;

function connectionBed(turnSecret: string | null = null) {
  const journal = new FakeStream();
  const bed = { settings: SETTINGS };
  const log: string[] = [];
  const reports: unknown[] = [];
  const notices: string[] = [];
  const accounts: PhoneAccount[] = [];
  const asked: SourceAccount[] = [];
  let emit: (event: CallEvent | PhoneEvent) => void = () => {};
  const makeSource = (account: PhoneAccount): CallSource => ({
    ...{
      id: 'test-phone',
      account,
      registration: { state: 'never' },
      reachability: 'unproved',
      lastConfirmedAt: null,
    },
    start: (to) => {
      emit = to;
      log.push(`start ${account.user}`);
    },
    command: async () => ({ ok: true }),
    wake: () => log.push(`wake ${account.user}`),
    endAbandoned: async () => 'ended',
    stop: async () => void log.push(`stop ${account.user}`),
  });
  const createSource = (account: SourceAccount) => {
    if ('sites' in account || 'reports' in account) throw new Error('This test has SIP accounts alone');
    const phone = 'ipPhone' in account ? account.over : account;
    asked.push(account);
    accounts.push(phone);
    return makeSource(phone);
  };
  const connection = new SourceConnection({
    ...{ journal, createSource },
    stores: {
      vault: { state: { state: 'unlocked', agent: 'agent-1', label: '0283' }, subscribe: () => () => {} },
      credentials: { read: async () => ({ state: 'here', secret: SECRET }) },
      turnSecret: { read: async () => turnSecret },
    },
    settings: { reload: async () => bed.settings },
    devices: { check: async () => {} },
    facts: { report: (facts) => reports.push(facts) },
    access: {
      media: {
        getMicrophone: async () => ({ ok: false, reason: 'no-microphone' }),
        playRemote: () => {},
        release: () => {},
      },
      turnAway: () => null,
      isReady: () => true,
      report: () => {},
      notice: (notice, holds) => notices.push(`${notice} ${holds}`),
    },
  });
  return {
    bed,
    connection,
    journal,
    log,
    reports,
    notices,
    accounts,
    asked,
    emit: (event: CallEvent | PhoneEvent) => emit(event),
  };
}

test('events of a source are recorded under the id of the source', async () => {
  const { connection, journal, emit } = connectionBed();
  await connection.start();
  const sources: string[] = [];
  journal.subscribe((_phone, { source }) => sources.push(source));
  emit({ type: 'registered', at: 1000 });
  expect(sources).toEqual(['test-phone']);
});

test('settings that do not concern the account only wake the source', async () => {
  const { bed, connection, log } = connectionBed();
  await connection.start();
  bed.settings = { ...SETTINGS, ringerVolume: 0.2 };
  await connection.reconnect();
  expect(log).toEqual(['start 1001', 'wake 1001']);
});

test('another account gets another source, after the call', async () => {
  const { bed, connection, journal, log } = connectionBed();
  await connection.start();
  const [ringing, ended] = callStory().callerRings('13900000001').callerGivesUp().journal();
  if (ringing === undefined || ended === undefined) throw new Error('a call begins and ends');
  journal.record('test-phone', ringing.event);
  bed.settings = { ...SETTINGS, sipUser: '1002' };
  await connection.reconnect();
  expect(log).toEqual(['start 1001']);
  journal.record('test-phone', ended.event);
  await connection.reconnect();
  expect(log.slice(0, 3)).toEqual(['start 1001', 'stop 1001', 'start 1002']);
});

test('without an account there is no source, and the set-up says what is missing', async () => {
  const { bed, connection, log, reports } = connectionBed();
  bed.settings = { ...SETTINGS, sipUser: '' };
  await connection.start();
  expect([connection.source, log]).toEqual([null, []]);
  expect(reports).toContainEqual({ setUp: 'settings-missing' });
});

test('stopping stops the source and the observation of the journal', async () => {
  const { connection, journal, log } = connectionBed();
  await connection.start();
  await connection.stop();
  expect(log).toEqual(['start 1001', 'stop 1001']);
  expect([connection.source, journal.observers]).toEqual([null, 0]);
});

test('a TURN server is used with its secret; without it the agent is told, and calls go on', async () => {
  for (const secret of ['shared', null]) {
    const { bed, connection, notices, accounts } = connectionBed(secret);
    bed.settings = { ...SETTINGS, turnServer: 'turn:relay.example', turnCredentials: 'time-limited' };
    await connection.start();
    const turn = { urls: ['turn:relay.example'], user: '1001', credentials: 'time-limited', secret };
    expect(accounts.at(-1)?.turn).toEqual(secret === null ? null : turn);
    expect(notices.at(-1)).toBe(`turn-secret-missing ${secret === null}`);
  }
});

test('a desk phone is watched over the SIP account, and only where its extension is one', async () => {
  const { bed, connection, asked, reports } = connectionBed();
  bed.settings = { ...SETTINGS, phoneSource: 'ip-phone', ipPhone: '8001' };
  await connection.start();
  expect(asked.at(-1)).toMatchObject({
    ipPhone: 'sip:8001@pbx.example',
    over: { user: '1001', server: 'wss://pbx.example' },
  });
  bed.settings = { ...bed.settings, ipPhone: '' };
  await connection.reconnect();
  expect(connection.source).toBeNull();
  expect(reports.at(-1)).toMatchObject({ setUp: 'settings-missing' });
});

test.each([
  ['8001', 'sip:8001@pbx.example'],
  [' sip:8001@other.example ', 'sip:8001@other.example'],
  ['wang.li@[2001:db8::1]:5060', 'sip:wang.li@[2001:db8::1]:5060'],
  ['王', 'sip:王@pbx.example'],
  ['', null],
  ['8001@', null],
  ['80 01', null],
  ['8001>;tag=x', null],
  ['8001?Subject=x', null],
  ['https://pbx.example', null],
])('the address of the desk phone %j is %s', (text, address) => {
  expect(ipPhoneAddress(text, 'pbx.example')).toBe(address);
});
