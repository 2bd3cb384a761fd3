import type { DigestAuthenticator } from './sip/digest.ts';
import { openRegistrar, type Registrar } from './sip/registrar.ts';

export interface Registrations extends Registrar {
  isRegistered(user: string): boolean;
  /** Settles as soon as the user is, or is no longer, registered. */
  until(user: string, registered: boolean, timeoutMs: number): Promise<void>;
}

/** The registrar, with waiting for registrations and unregistrations. */
export function openRegistrations(
  passwords: ReadonlyMap<string, string>,
  authenticator: DigestAuthenticator,
): Registrations {
  const waiting = new Set<() => void>();
  const check = () => {
    for (const waiter of [...waiting]) waiter();
  };
  const registrar = openRegistrar({
    authenticator,
    passwordOf: (user) => passwords.get(user),
    onChange: check,
    now: Date.now,
  });
  const isRegistered = (user: string) => registrar.bindingsOf(user).length > 0;
  return {
    ...registrar,
    forget() {
      registrar.forget();
      authenticator.forget();
      check();
    },
    isRegistered,
    until(user, registered, timeoutMs) {
      return new Promise((resolve, reject) => {
        const waiter = () => {
          if (isRegistered(user) !== registered) return;
          clearTimeout(timer);
          waiting.delete(waiter);
          resolve();
        };
        const timer = setTimeout(() => {
          waiting.delete(waiter);
          reject(new Error(`${user} is ${registered ? 'not' : 'still'} registered after ${timeoutMs} ms`));
        }, timeoutMs);
        waiting.add(waiter);
        waiter();
      });
    },
  };
}
