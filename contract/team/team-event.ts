import * as v from 'valibot';
import type { EnvelopeKey } from './envelope.ts';
import { callBackAssigned } from './events/call-back-assigned.ts';
import { callBackDropped } from './events/call-back-dropped.ts';
import { callBackMoved } from './events/call-back-moved.ts';
import { callBackPlanned } from './events/call-back-planned.ts';
import { callBackTried } from './events/call-back-tried.ts';
import { followUpDropped } from './events/follow-up-dropped.ts';
import { followUpLeft } from './events/follow-up-left.ts';
import { handoverAccepted } from './events/handover-accepted.ts';
import { handoverSigned } from './events/handover-signed.ts';
import { handoverWritten } from './events/handover-written.ts';
import { noticePosted } from './events/notice-posted.ts';
import { noticeWithdrawn } from './events/notice-withdrawn.ts';
import { numberBlocked } from './events/number-blocked.ts';
import { numberUnblocked } from './events/number-unblocked.ts';
import { shiftChanged } from './events/shift-changed.ts';
import { warningRegistered } from './events/warning-registered.ts';
import { warningStruckOff } from './events/warning-struck-off.ts';
import { workOrderAnswered } from './events/work-order-answered.ts';
import { workOrderClosed } from './events/work-order-closed.ts';
import { workOrderCopied } from './events/work-order-copied.ts';
import { workOrderMadeMajor } from './events/work-order-made-major.ts';
import { workOrderMoved } from './events/work-order-moved.ts';
import { workOrderOpened } from './events/work-order-opened.ts';
import { workOrderPromised } from './events/work-order-promised.ts';
import { workOrderRecorded } from './events/work-order-recorded.ts';
import { workOrderRemarked } from './events/work-order-remarked.ts';
import { workOrderReturned } from './events/work-order-returned.ts';

const TEAM_EVENTS = [
  workOrderOpened,
  workOrderMoved,
  workOrderReturned,
  workOrderPromised,
  workOrderAnswered,
  workOrderRecorded,
  workOrderRemarked,
  workOrderMadeMajor,
  workOrderCopied,
  workOrderClosed,
  callBackPlanned,
  callBackTried,
  callBackMoved,
  callBackDropped,
  callBackAssigned,
  followUpLeft,
  followUpDropped,
  warningRegistered,
  warningStruckOff,
  numberBlocked,
  numberUnblocked,
  handoverWritten,
  handoverSigned,
  handoverAccepted,
  noticePosted,
  noticeWithdrawn,
  shiftChanged,
] as const;

/** A team event as a device sends it to the server. */
export const writtenEventSchema = v.variant(
  'type',
  TEAM_EVENTS.map(({ written }) => written),
);

/** A team event as devices store it, and as the server sends it. */
export const teamEventSchema = v.variant(
  'type',
  TEAM_EVENTS.map(({ schema }) => schema),
);

/** Everything that a team shares, as small facts that never change (docs/architecture.md). */
export type TeamEvent = Readonly<v.InferOutput<typeof teamEventSchema>>;

export type WorkOrderEvent = Extract<TeamEvent, { type: `work-order-${string}` }>;
export type CallBackEvent = Extract<TeamEvent, { type: `call-back-${string}` }>;
export type FollowUpEvent = Extract<TeamEvent, { type: `follow-up-${string}` }>;
export type HandoverEvent = Extract<TeamEvent, { type: `handover-${string}` | `notice-${string}` }>;
export type ShiftEvent = Extract<TeamEvent, { type: 'shift-changed' }>;

/** An event without its envelope. */
export type TeamFact<E = TeamEvent> = E extends unknown ? Omit<E, EnvelopeKey> : never;

/** What a device knows when it writes an event. */
export interface EventOrigin {
  readonly by: string;
  readonly offset: number | null;
  readonly seen: number;
  readonly pack: string;
}

/** Of a device that knows no server and has only the shipped pack: for tests and samples. */
export const LOCAL_ORIGIN = { offset: null, seen: 0, pack: '' } as const;

type Envelope = EventOrigin & {
  readonly v: 1;
  readonly id: string;
  readonly subject: string;
  readonly at: number;
};

/** The one maker of team events: puts a fact into its envelope. */
export function teamEvent<F extends { readonly type: TeamEvent['type'] }>(
  fact: F,
  subject: string,
  at: number,
  { by, offset, seen, pack }: EventOrigin,
  id: string = crypto.randomUUID(),
): F & Envelope {
  return { ...fact, v: 1, id, subject, by, at, offset, seen, pack };
}
