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

test('a path that mends itself within two seconds is left alone', () => {
  const { clock, said, becomes } = watched();
  becomes('disconnected');
  clock.pass(1_900);
  becomes('connected');
  clock.pass(60_000);
  expect(said).toEqual([]);
});

test('a path that stays cut is told again and again, and after thirty seconds it is lost', () => {
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

test('offers that are checked and fail do not put the end off', () => {
  const { clock, said, becomes } = watched();
  becomes('disconnected');
  clock.pass(3_000);
  becomes('checking');
  clock.pass(10_000);
  becomes('disconnected');
  clock.pass(17_000);
  expect(said.at(-1)).toBe('lost');
});

test('an offer that works ends the count', () => {
  const { clock, said, becomes } = watched();
  becomes('disconnected');
  clock.pass(2_000);
  becomes('checking');
  clock.pass(500);
  becomes('connected');
  clock.pass(60_000);
  expect(said).toEqual(['cut']);
});
