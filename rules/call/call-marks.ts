import type { CallId, Instant } from '../../calls/call-event.ts';
import type { JournalEntry } from '../../calls/journal-entry.ts';
import type { CallerTitle } from '../../calls/vocabulary/caller-title.ts';
import type { ListedCustomer } from '../../calls/vocabulary/listed-customer.ts';
import type { NumberStatus, PromisedCall } from '../../calls/vocabulary/number-status.ts';
import type { TeamContact } from '../../calls/vocabulary/team-contact.ts';

/** The caller's answer that the agent chose in a script. */
export interface ChosenOption {
  readonly situation: string;
  readonly step: string;
  readonly option: string;
}

/** What agent and host recorded about one call, beside the call's own state. */
export interface CallMarks {
  readonly surname: string;
  readonly title: CallerTitle | null;
  /** The agent asked to see the whole number. */
  readonly numberRevealed: boolean;
  readonly knownAs: readonly NumberStatus[];
  readonly promises: readonly PromisedCall[];
  /** The team's last ones with this number, newest first. */
  readonly contacts: readonly TeamContact[];
  /** What the team's contact list says of the number; null where it is not in it. */
  readonly customer: ListedCustomer | null;
  /** In the order in which they were picked. */
  readonly chosen: readonly ChosenOption[];
  /** Situations that came up, each once. */
  readonly met: readonly string[];
  /** Number of the entry that ended the call: a clock may have been set back between two ends. */
  readonly endedSeq: number | null;
  /** The agent wrote in its wrap-up. */
  readonly wrapUpBegun: boolean;
  readonly finishedAt: Instant | null;
}

export type Marks = ReadonlyMap<CallId, CallMarks>;

export const NO_MARKS: CallMarks = {
  surname: '',
  title: null,
  numberRevealed: false,
  knownAs: [],
  promises: [],
  contacts: [],
  customer: null,
  chosen: [],
  met: [],
  endedSeq: null,
  wrapUpBegun: false,
  finishedAt: null,
};

/** The look-ups of the device and of the server finish in any order. */
export function withVip(as: readonly NumberStatus[], isVip: boolean): readonly NumberStatus[] {
  return isVip && !as.includes('vip') ? [...as, 'vip'] : as;
}

/** Folds the marks of all calls. An entry without a mark returns the same map. */
export function foldMarks(marks: Marks, { seq, event }: JournalEntry): Marks {
  const change = (call: CallId, patch: (before: CallMarks) => Partial<CallMarks>): Marks => {
    const before = marks.get(call) ?? NO_MARKS;
    return new Map(marks).set(call, { ...before, ...patch(before) });
  };
  switch (event.type) {
    case 'caller-named':
      return change(event.call, () => ({ surname: event.surname, title: event.title }));
    case 'number-revealed':
      return change(event.call, () => ({ numberRevealed: true }));
    case 'remote-party-changed':
      return change(event.call, () => ({
        ...{ numberRevealed: false, knownAs: [], promises: [], contacts: [], customer: null },
      }));
    case 'number-recognised':
      return change(event.call, ({ customer }) => ({
        knownAs: withVip(event.as, customer?.vip === true),
        promises: event.promises,
      }));
    case 'customer-found': {
      const { surname, title, vip, remarks } = event;
      return change(event.call, ({ knownAs }) => ({
        customer: { surname, title, vip, remarks },
        knownAs: withVip(knownAs, vip),
      }));
    }
    case 'contacts-found':
      return change(event.call, () => ({ contacts: event.contacts }));
    case 'branch-chosen': {
      const { situation, step, option } = event;
      return change(event.call, (before) => ({ chosen: [...before.chosen, { situation, step, option }] }));
    }
    case 'situation-picked':
      return change(event.call, ({ met }) =>
        met.includes(event.situation) ? {} : { met: [...met, event.situation] },
      );
    case 'ended':
    case 'turned-away':
      return change(event.call, ({ endedSeq }) => ({ endedSeq: endedSeq ?? seq }));
    case 'wrap-up-begun':
      return change(event.call, () => ({ wrapUpBegun: true }));
    case 'wrap-up-finished':
      return change(event.call, () => ({ finishedAt: event.at }));
    default:
      return marks;
  }
}
