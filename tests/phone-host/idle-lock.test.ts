import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ACTIVITY_CHANNEL } from '../../contract/messages/activity-message.ts';
import type { Settings } from '../../contract/settings/settings.ts';
import { IdleLock } from '../../phone-host/alarms/idle-lock.ts';
import type { Stores } from '../../storage/open-stores.ts';
import { callStory } from '../helpers/call-story.ts';
import { PASSPHRASE, Profile } from '../helpers/profile.ts';
import { FakeStream } from './fake-stream.ts';

const MINUTE = 60_000;

describe('an unlocked computer that nobody uses', () => {
  let profile: Profile;
  let stores: Stores;
  let part: IdleLock;
  let journal: FakeStream;
  let elapsed: number;
  let isWrapUp: boolean;

  async function open(lockAfterMinutes: Settings['lockAfterMinutes']): Promise<void> {
    profile = new Profile();
    stores = await profile.signedIn();
    journal = new FakeStream();
    elapsed = 5_000;
    isWrapUp = false;
    part = new IdleLock({
      ...{ journal, vault: stores.vault, settings: { value: { lockAfterMinutes } } },
      shift: { wrapsUp: () => isWrapUp },
      elapsed: () => elapsed,
    });
    part.start();
  }

  beforeEach(() => open('10'));
  afterEach(() => {
    part.stop();
    profile.quit();
  });

  async function stateAfter(ms: number): Promise<string> {
    elapsed += ms;
    await part.check();
    return stores.vault.state.state;
  }

  test('locks after the minutes that are set, by a clock that nobody can set', async () => {
    expect(await stateAfter(10 * MINUTE - 1)).toBe('unlocked');
    profile.now += 365 * 24 * 60 * MINUTE;
    expect(await stateAfter(0)).toBe('unlocked');
    profile.now -= 2 * 365 * 24 * 60 * MINUTE;
    expect(await stateAfter(1)).toBe('locked');
  });

  test('waits anew after each use of a page, and after an unlock', async () => {
    await stateAfter(9 * MINUTE);
    const page = new BroadcastChannel(ACTIVITY_CHANNEL);
    // Created after the host's channel, so it receives after it.
    const witness = new BroadcastChannel(ACTIVITY_CHANNEL);
    const received = new Promise((done) => witness.addEventListener('message', done));
    page.postMessage('used');
    await received;
    expect(await stateAfter(9 * MINUTE)).toBe('unlocked');
    witness.close();
    page.close();
    await stores.vault.lock();
    await stores.vault.unlock(PASSPHRASE);
    expect(await stateAfter(9 * MINUTE)).toBe('unlocked');
    expect(await stateAfter(MINUTE)).toBe('locked');
  });

  test('never in a ring, a call or a wrap-up, and the time begins after it', async () => {
    const [ringing, ended] = callStory().callerRings('13900000001').callerGivesUp().journal();
    if (ringing === undefined || ended === undefined) throw new Error('a call has a beginning and an end');
    journal.record('sip', ringing.event);
    expect(await stateAfter(60 * MINUTE)).toBe('unlocked');
    journal.record('sip', ended.event);
    isWrapUp = true;
    expect(await stateAfter(60 * MINUTE)).toBe('unlocked');
    isWrapUp = false;
    expect(await stateAfter(9 * MINUTE)).toBe('unlocked');
    expect(await stateAfter(MINUTE)).toBe('locked');
  });

  test('never where it is turned off', async () => {
    part.stop();
    profile.quit();
    await open('off');
    expect(await stateAfter(1_000 * MINUTE)).toBe('unlocked');
  });
});
