import { expect, test } from 'vitest';
import { watchMedia } from '../../../../calls/sources/jssip/media-watch.ts';
import { handClock } from '../../../helpers/hand-clock.ts';

function watched() {
  const connection = Object.assign(new EventTarget(), {
    iceConnectionState: 'connected' satisfies RTCIceConnectionState as RTCIceConnectionState,
  });
  const clock = handClock();
  const said: string[] = [];
  watchMedia({ connection, clock, onCut: () => said.push('cut'), onLost: () => said.push('lost') });
  const becomes = (state: RTCIceConnectionState) => {
    connection.iceConnectionState = state;
    connection.dispatchEvent(new Event('iceconnectionstatechange'));
  };
  return { clock, said, becomes };
}

test('a path that recovers within two seconds is ignored', () => {
  const { clock, said, becomes } = watched();
  becomes('disconnected');
  clock.pass(1_900);
  becomes('connected');
  clock.pass(60_000);
  expect(said).toEqual([]);
});

test('a path that stays cut is reported repeatedly, and after thirty seconds as lost', () => {
  const { clock, said, becomes } = watched();
  becomes('disconnected');
  clock.pass(2_000);
  expect(said).toEqual(['cut']);
  clock.pass(27_999);
  expect(said).toEqual(['cut', 'cut', 'cut', 'cut']);
  clock.pass(1);
  expect(said.at(-1)).toBe('lost');
  expect(said.filter((word) => word === 'lost')).toHaveLength(1);
});

test('new offers that fail do not postpone the loss', () => {
  const { clock, said, becomes } = watched();
  becomes('disconnected');
  clock.pass(3_000);
  becomes('checking');
  clock.pass(10_000);
  becomes('disconnected');
  clock.pass(17_000);
  expect(said.at(-1)).toBe('lost');
});

test('an offer that works ends the wait', () => {
  const { clock, said, becomes } = watched();
  becomes('disconnected');
  clock.pass(2_000);
  becomes('checking');
  clock.pass(500);
  becomes('connected');
  clock.pass(60_000);
  expect(said).toEqual(['cut']);
});
