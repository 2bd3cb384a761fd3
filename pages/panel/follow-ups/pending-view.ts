import type { Instant } from '../../../calls/call-event.ts';
import { addressOf, shownNumber } from '../../../components/caller-name.ts';
import type { Pack } from '../../../contract/pack/pack.ts';
import { followUpKey, type PendingFollowUp } from '../../../rules/follow-ups/pending-follow-up.ts';
import type { RegisterView } from '../harassment/harassment-view.ts';
import { followUpText } from './follow-up-text.ts';

/** Something that a call left to do, between calls. */
export interface PendingView {
  readonly key: string;
  readonly what: PendingFollowUp['what'];
  readonly text: string;
  /** Masked number or name; hostile text. */
  readonly caller: string;
  readonly saidAt: Instant;
  /** Null for an agreed time, and for what has none. */
  readonly dueAt: Instant | null;
  readonly note: string | null;
  /** Of a number to be registered; else null. */
  readonly register: RegisterView | null;
}

export function pendingView(followUp: PendingFollowUp, pack: Pack): PendingView {
  const { call, what, surname, title, number, saidAt, dueAt, note } = followUp;
  return {
    ...{ key: followUpKey(followUp), what, saidAt, dueAt, note },
    text: followUpText(followUp, pack),
    caller: addressOf(surname, title) ?? shownNumber({ number, masked: true }),
    register: what === 'warning' ? { call, wanted: true, ending: 'other', registered: null } : null,
  };
}
