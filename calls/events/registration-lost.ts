import * as v from 'valibot';
import { phoneEvent } from './event-kind.ts';

/**
 * The phone is not reachable any more. `stale`: the registrar did not confirm in time; `refused`:
 * wrong password; `forbidden`: the account may not register; `not-bound`: accepted, and our binding
 * is not in the list; `unlisted`: accepted without a list, and no call has proved it yet;
 * `unreachable`: our own OPTIONS does not come back any more. Of a softphone in a web page:
 * `page-closed`: it is not open; `page-silent`: open, and nothing is received from it;
 * `page-not-registered`: it has no registration. Of a desk phone: `calls-not-reported`: the phone
 * system does not say what it does. Of phones that report by HTTP: `reports-lost`: the team's
 * server, which passes their reports on, is not connected.
 */
export const registrationLost = phoneEvent('registration-lost', {
  cause: v.picklist([
    'network',
    'refused',
    'stale',
    'stopped',
    'forbidden',
    'not-bound',
    'unlisted',
    'unreachable',
    'page-closed',
    'page-silent',
    'page-not-registered',
    'reports-lost',
    'calls-not-reported',
  ]),
});
