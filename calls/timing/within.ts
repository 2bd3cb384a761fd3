import type { Clock } from '../sources/clock.ts';

export type Timed<T> = { readonly inTime: true; readonly value: T } | { readonly inTime: false };

/**
 * Waits for a promise, but no longer than `ms`. Browsers have promises that never settle, such as
 * `setRemoteDescription` on a connection that was just closed. A rejection in time is passed on;
 * one that comes later has nobody to go to.
 */
export function within<T>(ms: number, promise: Promise<T>, clock: Pick<Clock, 'after'>): Promise<Timed<T>> {
  return new Promise((resolve, reject) => {
    const cancel = clock.after(ms, () => resolve({ inTime: false }));
    promise.then(
      (value) => {
        cancel();
        resolve({ inTime: true, value });
      },
      (error: unknown) => {
        cancel();
        reject(error);
      },
    );
  });
}
