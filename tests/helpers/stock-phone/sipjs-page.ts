import { sipjsSubject } from '../../../bench/helpers/ring/sipjs-subject.ts';
import type { Account } from '../../../bench/helpers/ring/subject.ts';

/** Runs inside the page: SIP.js as in its guides. */
const phone = {
  answer: () => {},
  start: (account: Account): Promise<void> =>
    sipjsSubject.start(account, (answer) => {
      phone.answer = answer;
    }),
};

declare global {
  interface Window {
    sipjs: typeof phone;
  }
}

Object.defineProperty(window, 'sipjs', { value: phone });
