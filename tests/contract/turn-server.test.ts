import { expect, test } from 'vitest';
import { parseManagedSettings } from '../../contract/settings/managed-settings.ts';
import { areTurnServers } from '../../contract/settings/turn-server.ts';

test.each([
  '',
  'turn:relay.example',
  'turn:relay.example:3478',
  'turn:10.0.0.1:3478?transport=udp',
  'turns:relay.example:443?transport=tcp',
  'turn:[2001:db8::1]:3478',
  'TURN:relay.example',
  'turn:a.example turn:a.example?transport=tcp\nturns:a.example',
  'turn:a.example, turns:b.example,turn:c.example，turn:d.example',
])('"%s" can be given to a browser (RFC 7065)', (text) => {
  expect(areTurnServers(text)).toBe(true);
});

test.each([
  'relay.example:3478',
  'stun:relay.example',
  'https://relay.example',
  'turn:',
  'turn://relay.example',
  'turn:relay.example:0',
  'turn:relay.example:65536',
  'turn:relay.example?transport=sctp',
  'turn:user@relay.example',
  'turn:-relay',
  'turn:a turn:b turn:c turn:d turn:e',
])('"%s" cannot', (text) => {
  expect(areTurnServers(text)).toBe(false);
});

test('an administrator prescribes server, account and kind of credentials, but no secret', () => {
  const policy = { turnServer: 'turn:relay.example', turnUser: 'agents', turnCredentials: 'time-limited' };
  const managed = parseManagedSettings({ ...policy, turnSecret: 'x', stunServer: 'turn:relay.example' });
  expect(managed.prescribed).toEqual(policy);
  expect(managed.ignored).toEqual([
    { name: 'turnSecret', why: 'unknown-setting' },
    { name: 'stunServer', why: 'bad-value' },
  ]);
});
