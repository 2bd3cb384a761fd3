import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ACTIVITY_CHANNEL } from '../../contract/messages/activity-message.ts';
import type { Settings } from '../../contract/settings/settings.ts';
import { IdleLock } from '../../phone-host/alarms/idle-lock.ts';
import type { Stores } from '../../storage/open-stores.ts';
import { callStory } from '../helpers/call-story.ts';
import { PASSPHRASE, Profile } from '../helpers/profile.ts';
import { until } from '../helpers/until.ts';
import { FakeStream } from './fake-stream.ts';

const MINUTE = 60_000;

describe('an unlocked computer that nobody uses', () => {
  let profile: Profile;
  let stores: Stores;
  let part: IdleLock;
  let journal: FakeStream;
  let elapsed: number;
  let isWrapUp: boolean;
  let now: number;
  let prescribed: number | null;

  async function open(lockAfterMinutes: Settings['lockAfterMinutes']): Promise<void> {
    profile = new Profile();
    stores = await profile.signedIn();
    journal = new FakeStream();
    elapsed = 5_000;
    isWrapUp = false;
    now = profile.now;
    prescribed = null;
    part = new IdleLock({
      ...{ journal, vault: stores.vault, settings: { value: { lockAfterMinutes } } },
      shift: { wrapsUp: () => isWrapUp },
      membership: {
        get lockAfterMinutes() {
          return prescribed;
        },
      },
      elapsed: () => elapsed,
      now: () => now,
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
    now += ms;
    await part.check();
    return stores.vault.state.state;
  }

  /** Somebody touches a page; resolves once the host knows. */
  async function usePage(): Promise<void> {
    const page = new BroadcastChannel(ACTIVITY_CHANNEL);
    // Created after the host's channel, so it receives after it.
    const witness = new BroadcastChannel(ACTIVITY_CHANNEL);
    const received = new Promise((done) => witness.addEventListener('message', done));
    page.postMessage('used');
    await received;
    witness.close();
    page.close();
  }

  test('locks after the minutes that are set, also when the clock is set back', async () => {
    expect(await stateAfter(10 * MINUTE - 1)).toBe('unlocked');
    now -= 365 * 24 * 60 * MINUTE;
    expect(await stateAfter(0)).toBe('unlocked');
    expect(await stateAfter(1)).toBe('locked');
  });

  test('locks on waking from a sleep in which the monotonic clock stood still', async () => {
    await stateAfter(MINUTE);
    now += 8 * 60 * MINUTE;
    expect(await stateAfter(0)).toBe('locked');
  });

  test('the touch that wakes the computer comes too late to count as use', async () => {
    await stateAfter(MINUTE);
    now += 8 * 60 * MINUTE;
    await usePage();
    await until('the notes are locked', () => stores.vault.state.state === 'locked');
  });

  test('a short sleep, or one in a call, locks nothing', async () => {
    now += 9 * MINUTE;
    expect(await stateAfter(0)).toBe('unlocked');
    const [ringing] = callStory().callerRings('13900000001').callerGivesUp().journal();
    if (ringing === undefined) throw new Error('a call rings first');
    journal.record('sip', ringing.event);
    now += 60 * MINUTE;
    await usePage();
    expect(await stateAfter(0)).toBe('unlocked');
  });

  test.each([
    ['10', 5, 5],
    ['10', 60, 10],
    ['off', 3, 3],
  ] as const)(
    'of %s and the %i minutes of the organisation the shorter time counts',
    async (own, theirs, after) => {
      part.stop();
      profile.quit();
      await open(own);
      prescribed = theirs;
      expect(await stateAfter(after * MINUTE - 1)).toBe('unlocked');
      expect(await stateAfter(1)).toBe('locked');
    },
  );

  test('waits anew after each use of a page, and after an unlock', async () => {
    await stateAfter(9 * MINUTE);
    await usePage();
    expect(await stateAfter(9 * MINUTE)).toBe('unlocked');
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
