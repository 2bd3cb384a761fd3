import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { WakeWatch } from '../../phone-host/call/wake-watch.ts';

const page = new EventTarget();
const connection = new EventTarget();
let woken: string[] = [];
let watch: WakeWatch;

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('addEventListener', page.addEventListener.bind(page));
  vi.stubGlobal('removeEventListener', page.removeEventListener.bind(page));
  vi.stubGlobal('navigator', { connection });
  woken = [];
  watch = new WakeWatch({ onWake: (reason) => void woken.push(reason) });
  watch.start();
});
afterEach(() => {
  watch.stop();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test('nothing is reported in an hour without change', () => {
  vi.advanceTimersByTime(3_600_000);
  expect(woken).toEqual([]);
});

test('a computer that slept is noticed at the first beat afterwards', () => {
  vi.advanceTimersByTime(60_000);
  vi.setSystemTime(Date.now() + 3_600_000);
  vi.advanceTimersByTime(5_000);
  expect(woken).toEqual(['sleep']);
  vi.advanceTimersByTime(60_000);
  expect(woken).toEqual(['sleep']);
});

test('a clock that is set forward is no sleep where the browser counts sleep, and sleep is', () => {
  let elapsed = 0;
  watch.stop();
  watch = new WakeWatch({
    onWake: (reason) => void woken.push(reason),
    clock: { now: () => Date.now(), elapsed: () => elapsed },
  });
  watch.start();
  const beats = (lateMs: number) => {
    elapsed += 5_000 + lateMs;
    vi.advanceTimersByTime(5_000);
  };
  vi.setSystemTime(Date.now() + 43_200_000);
  beats(0);
  vi.setSystemTime(Date.now() - 86_400_000);
  beats(0);
  expect(woken).toEqual([]);
  beats(3_600_000);
  expect(woken).toEqual(['sleep']);
});

test('a network that came back and one that changed are reported, until it stops', () => {
  page.dispatchEvent(new Event('online'));
  connection.dispatchEvent(new Event('change'));
  expect(woken).toEqual(['online', 'network-change']);
  watch.stop();
  expect(vi.getTimerCount()).toBe(0);
  page.dispatchEvent(new Event('online'));
  connection.dispatchEvent(new Event('change'));
  expect(woken).toHaveLength(2);
});
