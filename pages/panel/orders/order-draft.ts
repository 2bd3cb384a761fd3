import * as v from 'valibot';
import { typedNumber } from '../../../calls/numbers/typed-number.ts';
import { knownNumber } from '../../../calls/numbers/withheld.ts';
import { boundedText, clippedText } from '../../../calls/vocabulary/bounded-text.ts';
import { wholeInstantSchema } from '../../../calls/vocabulary/instant.ts';
import { longestText } from '../../../contract/longest-text.ts';
import type { NoteFields } from '../../../contract/note/note.ts';
import { workOrderOpened } from '../../../contract/team/events/work-order-opened.ts';
import type { TeamFact } from '../../../contract/team/team-event.ts';
import { type ComplaintRecord, complaintRecordSchema } from '../../../contract/team/work-order-parts.ts';
import type { PendingFollowUp } from '../../../rules/follow-ups/pending-follow-up.ts';
import type { OfferedPromise } from '../../../rules/work-orders/offered-promises.ts';
import { kindOf, type OpenedEvent } from '../../../rules/work-orders/open-order.ts';
import type { OrderRules } from '../../../rules/work-orders/order-rules.ts';
import type { WorkOrder } from '../../../rules/work-orders/work-order.ts';
import { instantOfField } from './field-time.ts';
import { type OrderDraft, orderDraftSchema } from './typed-orders.ts';

/** What a new order takes from the call or wrap-up on screen. */
export interface ContactOnScreen {
  /** Where the caller is reached. */
  readonly number: string;
  /** The number that called; empty if it was withheld. */
  readonly calling?: string;
  readonly surname: string;
  readonly title: 'mr' | 'ms' | null;
  readonly text: string;
  readonly note: string | null;
  /** What the caller was asked for. */
  readonly details: NoteFields['details'];
  /** What the call leaves to do, with its times. */
  readonly left: readonly PendingFollowUp[];
}

/** A new order that is being written, and what it belongs to. */
export const orderInHandSchema = v.strictObject({
  draft: orderDraftSchema,
  note: v.nullable(boundedText(80)),
  follows: v.nullable(boundedText(80)),
  callerKnown: v.boolean(),
  /** Copied from the sheet below. */
  record: v.nullable(complaintRecordSchema),
  /** The promise as it was said to the caller: its time does not wait for the order. */
  said: v.optional(v.nullable(v.strictObject({ promise: boundedText(80), at: wholeInstantSchema })), null),
});

export type OrderInHand = Readonly<v.InferOutput<typeof orderInHandSchema>>;

export const NO_RECORD: ComplaintRecord = {
  ...{ region: '', happenedAt: '', product: '', address: '', model: '', serialNumber: '', quantity: '' },
  ...{
    deliveredOn: '',
    whatHappened: '',
    requestedRemedy: '',
    mood: '',
    checkedSoFar: '',
    whyNotSatisfied: '',
  },
  ...{ difficulty: '', fault: '', signs: [] },
};

/** Prefilled from the call: caller, note, and the kind and promise its situations ask for. */
export function orderFromContact(contact: ContactOnScreen | null, rules: OrderRules): OrderInHand {
  const wanted = contact?.left.find((one) => one.what === 'work-order');
  const details = contact?.details ?? {};
  const kind = kindOf(wanted?.kind ?? rules.workOrders.kinds[0]?.id ?? '', rules);
  return {
    draft: {
      kind: kind.id,
      number: contact?.number ?? '',
      surname: contact?.surname ?? '',
      title: contact?.title ?? null,
      matter: clippedText(contact?.text ?? '', longestText(workOrderOpened.written.entries.matter)),
      promise: wanted?.due ?? kind.promise ?? '',
      agreedAt: '',
      product: details['product-or-service'] ?? '',
      fault: '',
      signs: [],
    },
    note: contact?.note ?? null,
    follows: null,
    callerKnown: contact !== null && contact.number !== '',
    record: recordFrom(details),
    said: wanted === undefined ? null : saidPromise(wanted),
  };
}

/** The part of a complaint record that the caller was asked for already. */
function recordFrom(details: NoteFields['details']): ComplaintRecord | null {
  if (Object.keys(details).length === 0) return null;
  return {
    ...NO_RECORD,
    region: details['region-or-store'] ?? '',
    happenedAt: details['happened-at'] ?? '',
    requestedRemedy: details['requested-remedy'] ?? '',
    mood: details.mood ?? '',
    checkedSoFar: details['checked-so-far'] ?? '',
    whyNotSatisfied: details['why-not-satisfied'] ?? '',
    difficulty: details.difficulty ?? '',
  };
}

/** What is known better by now: number, name and matter, unless they were changed. */
export function withKnownCaller(inHand: OrderInHand, now: OrderInHand, calling: string): OrderInHand {
  const { draft } = inHand;
  const known = now.draft;
  const isUntouched = draft.number === '' || draft.number === calling;
  const number = isUntouched && known.number !== '' ? known.number : draft.number;
  const surname = draft.surname === '' ? known.surname : draft.surname;
  const matter = draft.matter === '' ? known.matter : draft.matter;
  return { ...inHand, draft: { ...draft, number, surname, title: draft.title ?? known.title, matter } };
}

/** A sheet one level up about the same matter; `below` is attached. */
export function orderAbove(below: WorkOrder, kind: string, rules: OrderRules): OrderInHand {
  const { number, surname, title, matter, record, note, id } = below;
  return {
    draft: {
      ...{ kind, number, surname, title, matter },
      promise: kindOf(kind, rules).promise ?? '',
      agreedAt: '',
      product: record?.product ?? '',
      fault: record?.fault ?? '',
      signs: record?.signs ?? [],
    },
    note,
    follows: id,
    callerKnown: true,
    record,
    said: null,
  };
}

/** Long after the call: what was noted of the caller then, and the promise as it was said. */
export function orderFromFollowUp(
  followUp: PendingFollowUp,
  fields: NoteFields,
  rules: OrderRules,
): OrderInHand {
  const { contactNumber, text, details } = fields;
  const number = contactNumber === '' ? followUp.number : contactNumber;
  const surname = fields.surname === '' ? followUp.surname : fields.surname;
  const title = fields.title ?? followUp.title;
  const { note } = followUp;
  return orderFromContact({ number, surname, title, text, note, details, left: [followUp] }, rules);
}

function saidPromise({ due, saidAt }: PendingFollowUp): OrderInHand['said'] {
  return due === null || due === 'agreed' ? null : { promise: due, at: saidAt };
}

/** The promises that can be chosen: the one that was said keeps the time at which it was said. */
export function promisesFor(
  { said }: OrderInHand,
  offeredAt: (at: number) => readonly OfferedPromise[],
  now: number,
): readonly OfferedPromise[] {
  const offered = offeredAt(now);
  const kept = said && offeredAt(said.at).find((one) => promiseId(one) === said.promise);
  if (kept === null || kept === undefined) return offered;
  return [kept, ...offered.filter((one) => promiseId(one) !== promiseId(kept))];
}

/** A promise that cannot be kept now is made for the next shift. */
export function withKeptPromise(inHand: OrderInHand, choices: readonly OfferedPromise[]): OrderInHand {
  const { draft } = inHand;
  const isOffered = ['', 'agreed', ...choices.map(promiseId)].includes(draft.promise);
  return isOffered ? inHand : { ...inHand, draft: { ...draft, promise: 'next-shift' } };
}

export type DraftProblem = 'matter-missing' | 'time-missing';

/** What is missing before the order can be opened; null for nothing. */
export function draftProblem({ draft }: OrderInHand, now: number): DraftProblem | null {
  if (draft.matter.trim() === '') return 'matter-missing';
  if (draft.promise !== 'agreed') return null;
  const at = instantOfField(draft.agreedAt);
  return at === null || at <= now ? 'time-missing' : null;
}

export type OpenedFact = TeamFact<OpenedEvent>;

export function openedFact(
  { draft, note, follows, record }: OrderInHand,
  offered: readonly OfferedPromise[],
  rules: OrderRules,
): OpenedFact {
  const kind = kindOf(draft.kind, rules);
  const { surname, title, matter, product, fault, signs } = draft;
  const number = knownNumber(typedNumber(draft.number));
  const kept = { ...(record ?? NO_RECORD), product, fault, signs: [...signs] };
  return {
    type: 'work-order-opened',
    ...{ kind: draft.kind, category: kind.category, number, surname, title, matter, note, follows },
    record: kind.record ? kept : null,
    promise: promiseOf(draft, offered),
  };
}

/** Working days are offered in several lengths, so their id also names the length. */
export function promiseId({ by, amount }: OfferedPromise): string {
  return by === 'working-days' ? `${by}-${amount}` : by;
}

function promiseOf(draft: OrderDraft, offered: readonly OfferedPromise[]): OpenedFact['promise'] {
  if (draft.promise === 'agreed') {
    const dueAt = instantOfField(draft.agreedAt);
    return dueAt === null ? null : { by: 'agreed', dueAt };
  }
  const chosen = offered.find((one) => promiseId(one) === draft.promise);
  return chosen === undefined ? null : { by: chosen.by, dueAt: chosen.dueAt };
}
