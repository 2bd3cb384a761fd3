import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { watchForWake } from '../../phone-host/call/wake-watch.ts';

const page = new EventTarget();
const connection = new EventTarget();
let woken: string[] = [];
let stop = () => {};

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('addEventListener', page.addEventListener.bind(page));
  vi.stubGlobal('removeEventListener', page.removeEventListener.bind(page));
  vi.stubGlobal('navigator', { connection });
  woken = [];
  stop = watchForWake((why) => void woken.push(why));
});
afterEach(() => {
  stop();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test('a quiet hour wakes nobody', () => {
  vi.advanceTimersByTime(3_600_000);
  expect(woken).toEqual([]);
});

test('a computer that slept is noticed with the first beat after it', () => {
  vi.advanceTimersByTime(60_000);
  vi.setSystemTime(Date.now() + 3_600_000);
  vi.advanceTimersByTime(5_000);
  expect(woken).toEqual(['sleep']);
  vi.advanceTimersByTime(60_000);
  expect(woken).toEqual(['sleep']);
});

test('so are a network that came back and one that changed, until it stops', () => {
  page.dispatchEvent(new Event('online'));
  connection.dispatchEvent(new Event('change'));
  expect(woken).toEqual(['online', 'network-change']);
  stop();
  page.dispatchEvent(new Event('online'));
  connection.dispatchEvent(new Event('change'));
  expect(woken).toHaveLength(2);
});
