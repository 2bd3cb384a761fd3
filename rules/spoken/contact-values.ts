import type { Call } from '../../calls/call.ts';
import type { Instant } from '../../calls/call-event.ts';
import { textIn } from '../../contract/pack/localized-text.ts';
import type { Pack } from '../../contract/pack/pack.ts';
import type { RulesContext } from '../call/rules-context.ts';
import { callBacksOf } from '../call-backs/due-call-backs.ts';
import type { CallBack } from '../call-backs/fold-call-backs.ts';
import { type OpenOrder, ordersOfNumber } from '../work-orders/open-orders.ts';
import type { OrderClock } from '../work-orders/order-clock.ts';
import type { WorkOrder } from '../work-orders/work-order.ts';
import { fewWords } from './few-words.ts';
import type { PlaceholderValues } from './fill-placeholders.ts';
import { promiseLength } from './promise-length.ts';
import { spokenMoment } from './spoken-moment.ts';

/** What is known about the current contact beside its journal. */
export interface ContactAtHand {
  readonly call: Call;
  readonly callBacks: readonly CallBack[];
  /** The open work orders, the most urgent first. */
  readonly orders: readonly OpenOrder[];
  /** The call's note; its id is null until it is opened. */
  readonly note: { readonly id: string | null; readonly text: string };
}

type Place = Pick<RulesContext, 'words' | 'utcOffsetMinutes'> & { readonly pack: Pack };

/**
 * Subject and promises for the scripts of this contact. An outbound call is about its call-back or
 * work order. An inbound call is about the order opened from it, else about its note: an older
 * order of the same number may concern something else.
 */
export function contactValues(contact: ContactAtHand, place: Place, now: Instant): PlaceholderValues {
  const { call, note } = contact;
  if (call.direction === 'outbound') return outboundValues(contact, place, now);
  const isOwn = ({ order }: OpenOrder) => note.id !== null && order.note === note.id;
  const own = contact.orders.filter(isOwn);
  const earlier = ordersOfNumber(contact.orders, call.remoteParty.number).find((one) => !isOwn(one));
  const ofCase = earlier === undefined ? {} : caseValues(earlier, place, now);
  const opened = own.map(({ order }) => order).sort((one, other) => other.openedAt - one.openedAt)[0];
  const noted = matterOf(note.text);
  if (opened === undefined) return { ...ofCase, ...noted };
  return { ...ofCase, ...noted, ...matterOf(opened.matter), ...promiseOf(opened, place, now) };
}

/** What the caller may ask after: an open case of the team, whoever opened it. */
function caseValues({ order, clock }: OpenOrder, place: Place, now: Instant): PlaceholderValues {
  const { words, pack, utcOffsetMinutes } = place;
  const owner = clock?.owner ?? order.stage.owner;
  const { name } = pack.workOrders.owners.find(({ id }) => id === owner) ?? {};
  // A time that has passed cannot be promised.
  const isAhead = clock !== null && clock.dueAt > now;
  return {
    caseMatter: fewWords(order.matter),
    caseStage: textIn(order.stage.name, words('language')),
    caseOwner: textIn(name, words('language')),
    caseTime: isAhead ? spokenMoment(clock.dueAt, now, words, utcOffsetMinutes) : '',
  };
}

function outboundValues(
  { call, callBacks, orders }: ContactAtHand,
  place: Place,
  now: Instant,
): PlaceholderValues {
  const { number } = call.remoteParty;
  const callBack = callBacksOf(callBacks, number).find(({ attempts }) =>
    attempts.every(({ at }) => at < call.startedAt),
  );
  const named = orders.find(({ order }) => order.id === callBack?.order);
  const order = (named ?? ordersOfNumber(orders, number)[0])?.order;
  const values = callBack === undefined ? {} : matterOf(callBack.matter);
  if (order === undefined) return values;
  const clock = answerClock(order, now);
  const promised = clock === undefined ? {} : { newTime: newTime(clock, place, now) };
  return { ...matterOf(order.matter), ...values, ...promised };
}

/** The promised answer: a duration while the first promise is unchanged, else a time. */
function promiseOf(order: WorkOrder, place: Place, now: Instant): PlaceholderValues {
  const clock = answerClock(order, now);
  if (clock === undefined) return {};
  const [first] = order.history;
  const opened = first?.what === 'event' && first.event.type === 'work-order-opened' ? first.event : null;
  const promise = opened?.promise ?? null;
  const stands = promise !== null && promise.dueAt === clock.dueAt;
  const answerWithin = stands ? promiseLength(promise.by, place.pack, place.words) : '';
  return answerWithin === '' ? { answerWithin, newTime: newTime(clock, place, now) } : { answerWithin };
}

/** Undefined once it has passed: a past time cannot be promised. */
function answerClock({ clocks }: WorkOrder, now: Instant): OrderClock | undefined {
  return clocks.find(({ of, end, dueAt }) => of.kind === 'answer' && end === null && dueAt > now);
}

function newTime({ dueAt }: OrderClock, { words, utcOffsetMinutes }: Place, now: Instant): string {
  return spokenMoment(dueAt, now, words, utcOffsetMinutes);
}

function matterOf(written: string): PlaceholderValues {
  const matter = fewWords(written);
  return matter === '' ? {} : { matter };
}
