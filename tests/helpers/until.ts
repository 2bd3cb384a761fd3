import { setTimeout as pause } from 'node:timers/promises';

/** Checks a condition every 20 ms; on a timeout the error says what it waited for. */
export async function until(
  what: string,
  holds: () => boolean | Promise<boolean>,
  timeoutMs = 15_000,
): Promise<void> {
  const giveUpAt = Date.now() + timeoutMs;
  while (!(await holds())) {
    if (Date.now() > giveUpAt) throw new Error(`Waited ${timeoutMs / 1000} s in vain: ${what}.`);
    await pause(20);
  }
}
