import type { Call, EndedCall } from '../../calls/call.ts';
import type { CallId, Instant } from '../../calls/call-event.ts';
import { knownNumber } from '../../calls/numbers/withheld.ts';
import type { CallerTitle } from '../../calls/vocabulary/caller-title.ts';
import type { ContactCategory } from '../../calls/vocabulary/contact-category.ts';
import type { NoteField, WorkOrderDue } from '../../contract/pack/follow-up.ts';
import type { Pack } from '../../contract/pack/pack.ts';
import type { TeamFact } from '../../contract/team/team-event.ts';
import type { Zone } from '../time/zone-offset.ts';
import { promiseEnd } from '../work-orders/kept-promise.ts';
import { kindOf } from '../work-orders/open-order.ts';
import type { CallLeaves } from '../work-orders/promises-of-call.ts';

/** Something that a call left to do. */
export interface PendingFollowUp {
  readonly call: CallId;
  readonly what: 'work-order' | 'order-remark' | 'call-back' | 'warning' | 'note-fields';
  /** Of the order; null for anything else. */
  readonly category: ContactCategory | null;
  /** Kind of the order; empty for anything else. */
  readonly kind: string;
  readonly due: WorkOrderDue | null;
  /** Where the caller is reached; empty if it was withheld. */
  readonly number: string;
  readonly surname: string;
  readonly title: CallerTitle | null;
  readonly note: string | null;
  readonly calledAt: Instant;
  readonly saidAt: Instant;
  /** Null for an agreed time, and for what has none. */
  readonly dueAt: Instant | null;
  /** The empty fields of the note. */
  readonly fields: readonly NoteField[];
  /** The agent who promised it. */
  readonly by: string;
}

/** Who promised it to whom. */
export interface PromisedTo {
  readonly surname: string;
  readonly title: CallerTitle | null;
  readonly note: string | null;
  readonly by: string;
}

/** The same follow-up has the same key on every computer. */
export function followUpKey({
  call,
  what,
  category,
}: Pick<PendingFollowUp, 'call' | 'what' | 'category'>): string {
  return `${what} ${category ?? ''} ${call}`;
}

/** What a call leaves, with its times in the server's clock, which is `ahead` of this device's. */
export function followUpsOfCall(
  left: readonly CallLeaves[],
  call: Call,
  to: PromisedTo,
  pack: Pack,
  utcOffsetMinutes: Zone,
  ahead: number,
): readonly PendingFollowUp[] {
  const common = {
    ...to,
    call: call.id,
    number: knownNumber(call.remoteParty.number),
    calledAt: Math.round(call.startedAt + ahead),
    fields: [],
  };
  return left.map((one): PendingFollowUp => {
    const saidAt = Math.round(one.saidAt + ahead);
    if (one.what === 'warning' || one.what === 'order-remark') {
      return { ...common, what: one.what, category: null, kind: '', due: null, saidAt, dueAt: null };
    }
    const { due } = one;
    const dueAt = promiseEnd(due, saidAt, pack, utcOffsetMinutes);
    if (one.what === 'call-back') {
      return { ...common, what: one.what, category: null, kind: '', due, saidAt, dueAt };
    }
    const { category } = kindOf(one.kind, pack);
    return { ...common, what: one.what, category, kind: one.kind, due, saidAt, dueAt };
  });
}

/** What the note of a call still needs. */
export function fieldsLeft(
  fields: readonly NoteField[],
  call: EndedCall,
  to: PromisedTo & { readonly note: string },
  ahead: number,
): PendingFollowUp {
  return {
    ...{ ...to, call: call.id, what: 'note-fields', category: null, kind: '', due: null, fields },
    ...{ number: knownNumber(call.remoteParty.number), dueAt: null },
    ...{ calledAt: Math.round(call.startedAt + ahead), saidAt: Math.round(call.endedAt + ahead) },
  };
}

type LeftFact = Extract<TeamFact, { type: 'follow-up-left' }>;

/** As it is stored for the team. */
export function leftFact({ what, fields, by: _, ...followUp }: PendingFollowUp): LeftFact {
  return { type: 'follow-up-left', what, ...followUp, fields: [...fields] };
}
