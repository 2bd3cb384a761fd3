import { rawCase, type SipCase } from '../sip-case.ts';

/** From, and the number that the agent sees, calls back and looks up. */
const FORMS: readonly (readonly [from: string, number: string])[] = [
  ['<sip:+8613900001234@example.com;user=phone>', '+8613900001234'],
  ['<sip:%2B8613900001234@example.com>', '+8613900001234'],
  ['<sip:13900001234;phone-context=+86@example.com;user=phone>', '+8613900001234'],
  ['<sip:60001234;phone-context=+8621@example.com>', '+862160001234'],
  ['<sip:1001;phone-context=example.com@example.com>', '1001'],
  ['<sip:+8613900001234;npdi@example.com>', '+8613900001234'],
  ['<sip:+8613900001234;npdi;rn=+8613900000000@example.com>', '+8613900001234'],
  ['<sip:+8613900001234;cpc=ordinary@example.com>', '+8613900001234'],
  ['<sip:+8613900001234;tgrp=t1;trunk-context=example.com@example.com>', '+8613900001234'],
  ['<sip:13900001234:secret@example.com>', '13900001234'],
  ['<sip:13900001234;npdi:secret@example.com>', '13900001234'],
  ['<sip:+86-139-0000-1234@example.com>', '+8613900001234'],
  ['<sip:+86.139.0000.1234@example.com>', '+8613900001234'],
  ['<sip:(021)60001234@example.com>', '02160001234'],
  ['<tel:+86-139-0000-1234>', '+8613900001234'],
  ['<tel:60001234;phone-context=+8621>', '+862160001234'],
  ['<tel:1001;phone-context=example.com>', '1001'],
  ['<tel:+8613900001234;cpc=payphone>', '+8613900001234'],
  ['<tel:+8613900001234;npdi;rn=+8613900000000;cic=+1-6789>', '+8613900001234'],
  ['<tel:+862160001234;isub=12>', '+862160001234'],
];

/** RFC 3966 §3, RFC 4694, RFC 3398: parameters are no part of the number. */
export const NUMBERS: readonly SipCase[] = FORMS.map(([from, number], index) =>
  rawCase({
    name: `the number of ${from} is ${number}`,
    rfc: '3966 3',
    sends: { from: `${from};tag=n${index}` },
    mustAnswer: 'ring',
    agentSees: { remoteParty: { number, displayName: null } },
  }),
);

/** RFC 3323 and what gateways write: such a caller rings like any other. */
export const WITHHELD: readonly SipCase[] = [
  '"Anonymous" <sip:anonymous@anonymous.invalid>',
  '<sip:anonymous@anonymous.invalid>',
  '<sip:unavailable@unavailable.invalid>',
  '<sip:unknown@example.com>',
  '<sip:Restricted@example.com>',
  '"Private" <sip:private@example.com>',
  '<sip:example.com>',
  '<sip:192.0.2.1:5060>',
].map((from, index) =>
  rawCase({
    name: `a caller who withholds the number: ${from}`,
    rfc: '3323 4.1.1.3',
    sends: { from: `${from};tag=w${index}`, headers: ['Privacy: id;critical'] },
    mustAnswer: 'ring',
  }),
);
