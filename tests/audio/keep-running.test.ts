import { expect, test } from 'vitest';
import { keepRunning } from '../../audio/keep-running.ts';
import { handClock } from '../helpers/hand-clock.ts';

class FakeContext extends EventTarget {
  state: AudioContextState = 'suspended';
  allowed = false;
  resumed = 0;
  async resume(): Promise<void> {
    this.resumed += 1;
    if (this.allowed) this.become('running');
  }
  become(state: AudioContextState): void {
    this.state = state;
    this.dispatchEvent(new Event('statechange'));
  }
}

function contextBed(state: AudioContextState) {
  const clock = handClock();
  const context = new FakeContext();
  context.state = state;
  const reports: boolean[] = [];
  const stop = keepRunning({ context, clock, onRunning: (is) => reports.push(is) });
  return { clock, context, reports, stop };
}

test('a context that stays suspended is reported after its limit, and resumed until it runs', () => {
  const { clock, context, reports } = contextBed('suspended');
  clock.pass(2_900);
  expect(reports).toEqual([]);
  clock.pass(100);
  expect(reports).toEqual([false]);
  context.allowed = true;
  clock.pass(2_000);
  expect(reports.at(-1)).toBe(true);
});

test('one that is suspended in a call is resumed at once', () => {
  const { clock, context, reports } = contextBed('running');
  expect(reports).toEqual([true]);
  context.become('suspended');
  expect(context.resumed).toBe(1);
  clock.pass(3_000);
  expect(reports).toEqual([true, false]);
});

test('after the call nothing is resumed', () => {
  const { clock, context, reports, stop } = contextBed('suspended');
  stop();
  const before = context.resumed;
  clock.pass(60_000);
  context.become('suspended');
  expect(context.resumed).toBe(before);
  expect(reports).toEqual([]);
});
