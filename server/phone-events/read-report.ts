import * as v from 'valibot';
import { type PhoneEvent, phoneEventSchema } from '../../contract/api/events/phone-event.ts';
import type { PhoneValues } from './read-values.ts';

type PhoneReport = PhoneEvent['report'];
type PhoneReportEvent = PhoneReport['event'];

/** Names by which phones and PBX call one thing, in the order in which they are believed. */
const NAMES = {
  event: ['event', 'callstate', 'state', 'status', 'action', 'type'],
  call: [
    ...['call', 'callid', 'callreference', 'linkedid', 'uniqueid', 'uuid', 'calluuid', 'channeluuid'],
    ...['cstaid', 'sessionid', 'id'],
  ],
  number: [
    ...['number', 'remote', 'phone', 'callernumber', 'callerid', 'calleridnum', 'cid', 'ani', 'clid', 'num'],
    ...['remotenumber', 'remoteuri', 'tel'],
  ],
  caller: ['callingpartynumber', 'callingpartydirnum', 'from'],
  called: ['calledpartynumber', 'calledpartydirnum', 'to', 'dialednumber', 'dst'],
  name: [
    ...[
      'name',
      'displayremote',
      'remotename',
      'displayname',
      'callername',
      'calleridname',
      'callingpartyname',
    ],
    ...['callerdisplayname'],
  ],
  direction: ['direction', 'dir', 'calltype', 'calldirection'],
  by: ['by', 'hangupby', 'hangupside'],
} as const;

/** Words of phones and PBX for what happened, in lower case and without signs. */
const EVENTS: Readonly<Record<PhoneReportEvent, readonly string[]>> = {
  incoming: [
    ...[
      'incoming',
      'incomingcall',
      'inbound',
      'ring',
      'ringing',
      'callring',
      'offering',
      'alerting',
      'invite',
    ],
    ...['setup', 'cmdincomingcall'],
  ],
  outgoing: [
    'outgoing',
    'outgoingcall',
    'outbound',
    'dial',
    'dialing',
    'dialling',
    'ringback',
    'cmdoutgoingcall',
  ],
  answered: [
    ...['answered', 'answer', 'callanswered', 'established', 'callestablished', 'establish', 'connected'],
    ...['connect', 'callconnected', 'up', 'talking', 'active', 'callactive', 'callstart', 'cmdcallanswer'],
    ...['cmdcallstart'],
  ],
  held: ['held', 'hold', 'onhold', 'callhold', 'callheld'],
  resumed: ['resumed', 'resume', 'unhold', 'unheld', 'offhold', 'retrieve', 'retrieved', 'callresume'],
  ended: [
    ...[
      'ended',
      'end',
      'callend',
      'callended',
      'hangup',
      'hungup',
      'disconnected',
      'disconnect',
      'terminated',
    ],
    ...['terminate', 'callterminated', 'bye', 'released', 'release', 'idle', 'onhook', 'down', 'cmdcallend'],
    ...['callterminate', 'calldisconnected'],
  ],
  missed: ['missed', 'missedcall', 'callmissed', 'noanswer', 'cancelled', 'canceled', 'cancel'],
  refused: [
    'refused',
    'refuse',
    'rejected',
    'reject',
    'busy',
    'callbusy',
    'cmdcallbusy',
    'dnd',
    'rejectincomingcall',
  ],
  elsewhere: ['elsewhere', 'answeredelsewhere', 'pickedup', 'forwarded', 'forwardincomingcall'],
};

const EVENT_OF_WORD = new Map(
  Object.entries(EVENTS).flatMap(([event, words]) => words.map((word) => [word, event] as const)),
);

/** A variable that the phone did not know and sent as it stood: `$remote`, `%NUMBER%`. */
const UNFILLED = /^\$|^%\w+%$|^\{\w+\}$|^\[\w+\]$/;

/**
 * The reports in a request at this time, that of the call which it is about last: another one is
 * held before this one is answered. Empty if it does not say what happened.
 */
export function readReports(values: PhoneValues, at: number): readonly PhoneReport[] {
  const ofEach = [...values.others, values.named].map((named) => readReport({ ...values, named }, at));
  return ofEach.filter((report) => report !== null);
}

function readReport({ parts, named }: PhoneValues, at: number): PhoneReport | null {
  const saidOf = (thing: keyof typeof NAMES) => {
    const values = NAMES[thing].map((name) => filled(named.get(name)));
    return values.find((value) => value !== null) ?? null;
  };
  const [first = ''] = parts;
  const pathEvent = eventOf(first);
  const said = NAMES.event.map((name) => eventOf(named.get(name) ?? '')).find((event) => event !== null);
  const saidDirection = directionOf(saidOf('direction'));
  const event = onSide(pathEvent ?? said ?? null, saidDirection);
  if (event === null) return null;
  // Values in the path: the number, and after it the id of the call.
  const [number = null, call = null] = parts.slice(pathEvent === null ? 0 : 1).map(filled);
  const direction =
    saidDirection ?? (event === 'incoming' ? 'inbound' : event === 'outgoing' ? 'outbound' : null);
  const [other, own] =
    direction === 'outbound' ? (['called', 'caller'] as const) : (['caller', 'called'] as const);
  const party = partyOf(saidOf('number') ?? number ?? saidOf(other) ?? saidOf(own));
  const report = v.safeParse(phoneEventSchema.entries.report, {
    event,
    call: clipped(saidOf('call') ?? call, 200),
    number: clipped(party.number, 128),
    name: clipped(saidOf('name')?.replaceAll('+', ' ') ?? party.name, 200),
    direction: saidDirection,
    by: sideOf(saidOf('by')),
    at,
  });
  return report.success ? report.output : null;
}

function eventOf(word: string): PhoneReportEvent | null {
  const plain = word.toLowerCase().replace(/[^a-z]/g, '');
  const found = EVENT_OF_WORD.get(plain) ?? EVENT_OF_WORD.get(plain.replace(/^action|url$/g, ''));
  return isEvent(found) ? found : null;
}

function isEvent(word: string | undefined): word is PhoneReportEvent {
  return word !== undefined && Object.hasOwn(EVENTS, word);
}

/** `ringing` of an outbound call is a ring at the other side. */
function onSide(
  event: PhoneReportEvent | null,
  direction: PhoneReport['direction'],
): PhoneReportEvent | null {
  if (event === 'incoming' && direction === 'outbound') return 'outgoing';
  return event === 'outgoing' && direction === 'inbound' ? 'incoming' : event;
}

function directionOf(word: string | null): PhoneReport['direction'] {
  if (word === null) return null;
  if (/^(?:in|recv|received?|terminat)/i.test(word)) return 'inbound';
  return /^(?:out|plac|dial|originat)/i.test(word) ? 'outbound' : null;
}

function sideOf(word: string | null): PhoneReport['by'] {
  if (word === null) return null;
  if (/^(?:agent|local|callee|me|own)/i.test(word)) return 'agent';
  return /^(?:remote|caller|customer|far|other)/i.test(word) ? 'remote-party' : null;
}

/** Without control characters and the quotes around it; null for nothing, or a variable's name. */
function filled(value: string | undefined): string | null {
  const plain = (value ?? '').replace(/\p{C}/gu, '');
  const text = plain.replace(/^(\s*)["'](.*)["']\s*$/, '$1$2');
  // A plus that was decoded as a space stands before the country code.
  const whole = /^ \d{7,}$/.test(text) ? `+${text.slice(1)}` : text.trim();
  return whole === '' || UNFILLED.test(whole) ? null : whole;
}

/** `"Name" <sip:number@host>`, `sip:number@host`, `Name <number>`, or the number alone. */
function partyOf(text: string | null): { readonly number: string | null; readonly name: string | null } {
  if (text === null) return { number: null, name: null };
  const [, name = '', inner] = /^\s*(.*?)\s*<([^<>]*)>?.*$/.exec(text) ?? [];
  const address = (inner ?? text).trim();
  const user =
    /^(?:sips?|tel):([^@;?>]*)/i.exec(address)?.[1] ?? /^([^@\s]+)@[\w.:[\]-]+$/.exec(address)?.[1];
  const plainName = name.replace(/^["']|["']$/g, '').trim();
  return { number: user ?? address, name: plainName === '' ? null : plainName };
}

function clipped(text: string | null, most: number): string | null {
  return text === null ? null : text.slice(0, most);
}
