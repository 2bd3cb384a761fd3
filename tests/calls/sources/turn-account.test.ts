import { createHmac } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { type TurnAccount, turnServerAt } from '../../../calls/sources/turn-account.ts';

const NOW = Date.UTC(2026, 0, 15, 8, 0, 0);
const account: TurnAccount = {
  urls: ['turn:relay.example:3478', 'turns:relay.example:443?transport=tcp'],
  ...{ user: '1001', secret: '机密 secret', credentials: 'time-limited' },
};

describe('credentials for a TURN server', () => {
  test('long-term ones are those of the account', () => {
    expect(turnServerAt({ ...account, credentials: 'long-term' }, NOW)).toEqual({
      ...{ urls: account.urls, username: '1001', credential: '机密 secret' },
    });
  });

  test('time-limited ones are expiry:user and its HMAC-SHA1 (draft-uberti-behave-turn-rest-00 §2.2)', () => {
    const { username, credential } = turnServerAt(account, NOW);
    expect(username).toMatch(/^\d+:1001$/);
    const expected = createHmac('sha1', account.secret)
      .update(username ?? '')
      .digest('base64');
    expect(credential).toBe(expected);
  });

  test('outlast a call of 24 hours, on a clock that is an hour slow', () => {
    const { username = '' } = turnServerAt(account, NOW);
    const expiry = Number(username.split(':')[0]);
    expect(expiry * 1_000 - NOW).toBeGreaterThanOrEqual(25 * 3_600_000);
    expect(expiry * 1_000 - NOW).toBeLessThanOrEqual(48 * 3_600_000);
  });

  test('are made anew for each call', () => {
    const [one, other] = [turnServerAt(account, NOW), turnServerAt(account, NOW + 60_000)];
    expect(Number(other.username?.split(':')[0]) - Number(one.username?.split(':')[0])).toBe(60);
    expect(other.credential).not.toBe(one.credential);
  });

  test('without a user the name is the expiry alone', () => {
    expect(turnServerAt({ ...account, user: '' }, NOW).username).toMatch(/^\d+$/);
  });
});
