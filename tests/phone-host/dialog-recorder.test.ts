import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { AbandonedEnd, Dialog } from '../../calls/dialog.ts';
import { QUIET_PHONE, type Registration } from '../../calls/fold-phone.ts';
import { RetentionScheduler } from '../../phone-host/alarms/retention-scheduler.ts';
import { DialogRecorder } from '../../phone-host/call/dialog-recorder.ts';
import { Listeners } from '../../phone-host/listeners.ts';
import type { Stores } from '../../storage/open-stores.ts';
import { PASSPHRASE, Profile } from '../helpers/profile.ts';
import { until } from '../helpers/until.ts';

const DIALOG: Dialog = {
  ...{ callId: 'call-1@pbx', localTag: 'agent-tag', remoteTag: 'caller-tag' },
  ...{ localUri: 'sip:0283@pbx.example', remoteUri: 'sip:13900001234@pbx.example' },
  ...{ remoteTarget: 'sip:pbx@192.0.2.7', routeSet: ['<sip:proxy.example;lr>'], cseq: 17 },
};
const ACCOUNT = { user: '0283', domain: 'pbx.example' };
const HOUR_MS = 3_600_000;

let profile: Profile;
beforeEach(() => {
  profile = new Profile();
});
afterEach(() => profile.quit());

/** A host over the stores of this browser start; `answers` are those of the phone system. */
async function hostOn(stores: Stores, { account = ACCOUNT, answers = ['ended'] as AbandonedEnd[] } = {}) {
  const registered = new Listeners();
  const ended: Dialog[] = [];
  let registration: Registration = { state: 'never' };
  const source = {
    account,
    get registration() {
      return registration;
    },
    endAbandoned: async (dialog: Dialog) => {
      ended.push(dialog);
      return answers.shift() ?? 'ended';
    },
  };
  const recorder = new DialogRecorder({
    ...{ store: stores.dialogs, vault: stores.vault, now: () => profile.now },
    connection: { source, onRegistered: (listener) => registered.add(listener) },
  });
  await recorder.start();
  return {
    recorder,
    ended,
    registers() {
      registration = { state: 'registered', since: profile.now };
      registered.notify();
    },
    losesRegistration() {
      registration = { state: 'lost', since: profile.now, cause: 'network' };
    },
  };
}

async function dyingInACall(dialog: Dialog = DIALOG): Promise<void> {
  const host = await hostOn(await profile.signedIn());
  host.recorder.keep('call-1', { ...dialog, cseq: dialog.cseq - 1 });
  host.recorder.keep('call-1', dialog);
  await host.recorder.stop();
}

describe('a call whose host died', () => {
  test('is ended once the phone is registered and the vault is open, and only once', async () => {
    await dyingInACall();
    const stores = await profile.restart();
    const host = await hostOn(stores);
    host.registers();
    await host.recorder.stop();
    expect(host.ended).toEqual([]);

    const next = await hostOn(stores);
    next.registers();
    await stores.vault.unlock(PASSPHRASE);
    await until('the call is ended', () => next.ended.length > 0);
    await next.recorder.stop();
    expect(next.ended).toEqual([DIALOG]);
    expect(await stores.dialogs.ids()).toEqual([]);
  });

  test('is tried again after the next registration if nobody answers', async () => {
    await dyingInACall();
    const host = await hostOn(await profile.page(), { answers: ['no-answer', 'ended'] });
    host.registers();
    await until('the first try', () => host.ended.length === 1);
    host.losesRegistration();
    host.registers();
    await until('the second try', () => host.ended.length === 2);
    await host.recorder.stop();
    expect(await (await profile.page()).dialogs.ids()).toEqual([]);
  });

  test('is not ended from another account', async () => {
    await dyingInACall();
    const stores = await profile.page();
    const host = await hostOn(stores, { account: { ...ACCOUNT, user: '0999' } });
    host.registers();
    await host.recorder.stop();
    expect(host.ended).toEqual([]);
    expect(await stores.dialogs.ids()).toHaveLength(1);
  });

  test('is forgotten after half a day', async () => {
    await dyingInACall();
    profile.now += 13 * HOUR_MS;
    const stores = await profile.page();
    const host = await hostOn(stores);
    host.registers();
    await until('the row is gone', async () => (await stores.dialogs.ids()).length === 0);
    expect(host.ended).toEqual([]);
  });

  test('leaves nothing readable on the disk', async () => {
    await dyingInACall();
    const bytes = await profile.bytesAtRest();
    for (const secret of ['13900001234', 'call-1@pbx', 'caller-tag', 'proxy.example'])
      expect(bytes.includes(secret), secret).toBe(false);
  });
});

test('a call that ended leaves no dialog, and a later host ends nothing', async () => {
  const stores = await profile.signedIn();
  const host = await hostOn(stores);
  host.recorder.keep('call-1', DIALOG);
  host.recorder.keep('call-1', null);
  host.recorder.keep('never-answered', null);
  host.registers();
  await host.recorder.stop();
  expect([host.ended, await stores.dialogs.ids()]).toEqual([[], []]);
});

test('a call that no later host can end leaves its number for a day at most', async () => {
  await dyingInACall();
  const stores = await profile.restart();
  const scheduler = new RetentionScheduler({
    ...{ stores, settings: { value: { keepNotesDays: 0 } } },
    journal: { phone: QUIET_PHONE },
    now: () => profile.now,
  });
  profile.now += 23 * HOUR_MS;
  scheduler.start();
  await scheduler.stop();
  expect(await stores.dialogs.ids()).toHaveLength(1);
  profile.now += HOUR_MS;
  scheduler.start();
  await until('it is deleted', async () => (await stores.dialogs.ids()).length === 0);
  await scheduler.stop();
});
