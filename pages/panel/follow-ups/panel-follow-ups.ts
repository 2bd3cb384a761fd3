import type { Call, EndedCall } from '../../../calls/call.ts';
import type { CallId } from '../../../calls/call-event.ts';
import { knownNumber } from '../../../calls/numbers/withheld.ts';
import { emptyFields } from '../../../rules/follow-ups/asked-fields.ts';
import { isDone } from '../../../rules/follow-ups/is-done.ts';
import {
  followUpKey,
  followUpsOfCall,
  type PendingFollowUp,
} from '../../../rules/follow-ups/pending-follow-up.ts';
import type { PanelJournal } from '../frame/panel-journal.ts';
import type { PanelPage } from '../frame/panel-page.ts';
import type { PanelTeam } from '../frame/panel-team.ts';
import type { PanelNotes } from '../note/panel-notes.ts';

interface FollowUpParts {
  readonly team: Pick<PanelTeam, 'agent' | 'followUps' | 'orders' | 'callBacks' | 'warnings' | 'record'>;
  readonly journal: Pick<PanelJournal, 'calls' | 'leftBy' | 'marksOf'>;
  readonly notes: Pick<PanelNotes, 'idOf' | 'ofToday'>;
  readonly page: Pick<PanelPage, 'pack' | 'times'>;
}

/**
 * What the calls left to do. Today's calls are read from the journal, at once; the phone host
 * stores it for the team, so it outlives the day, the browser and the shift.
 */
export class PanelFollowUps {
  readonly #parts: FollowUpParts;

  constructor(parts: FollowUpParts) {
    this.#parts = parts;
  }

  /** Neither done nor dropped, the first due first. `whose`: this agent's, or the whole team's. */
  pending(whose: 'mine' | 'all'): readonly PendingFollowUp[] {
    const { agent, followUps } = this.#parts.team;
    const { left, dropped } = followUps.value;
    const known = new Map(left);
    for (const followUp of this.#ofJournal()) {
      const key = followUpKey(followUp);
      if (!known.has(key)) known.set(key, followUp);
    }
    return [...known]
      .filter(([key, { by }]) => !dropped.has(key) && (whose === 'all' || by === agent))
      .map(([, followUp]) => followUp)
      .filter((followUp) => !this.isDone(followUp))
      .sort((one, other) => orderOf(one) - orderOf(other));
  }

  /** Of a call that is up or over, done or not. */
  ofCall(call: Call): readonly PendingFollowUp[] {
    const { team, journal, notes, page } = this.#parts;
    const { leaves } = journal.leftBy(call.id);
    if (leaves.length === 0) return [];
    const { surname, title } = journal.marksOf(call.id);
    const to = { surname, title, note: notes.idOf(call.id), by: team.agent };
    return followUpsOfCall(leaves, call, to, page.pack, page.times.utcOffsetMinutes);
  }

  isDone(followUp: PendingFollowUp): boolean {
    const { orders, callBacks, warnings } = this.#parts.team;
    const work = {
      orders: orders.value.orders.values(),
      callBacks: callBacks.value,
      warnings: warnings.value,
    };
    return isDone(followUp, work);
  }

  isDropped(followUp: PendingFollowUp): boolean {
    return this.#parts.team.followUps.value.dropped.has(followUpKey(followUp));
  }

  find(key: string): PendingFollowUp | null {
    return this.pending('all').find((one) => followUpKey(one) === key) ?? null;
  }

  /** The number of this call that waits for an entry in the register. */
  warningOf(call: CallId): PendingFollowUp | null {
    return this.pending('all').find((one) => one.what === 'warning' && one.call === call) ?? null;
  }

  async drop(key: string, reason: string): Promise<void> {
    const followUp = this.find(key);
    if (followUp === null || reason.trim() === '') return;
    const { call, what, category } = followUp;
    const fact = { type: 'follow-up-dropped', call, what, category, reason: reason.trim() } as const;
    await this.#parts.team.record(crypto.randomUUID(), fact);
  }

  /** The fields that the note of an answered call still needs; notes stay on this computer. */
  #fieldsOf(call: EndedCall): readonly PendingFollowUp[] {
    const { team, journal, notes } = this.#parts;
    const asked = journal.leftBy(call.id).fields;
    const note = call.answeredAt === null || asked.length === 0 ? null : notes.ofToday(call.id);
    if (note === null) return [];
    const number = knownNumber(call.remoteParty.number);
    const fields = emptyFields(asked, note, number);
    if (fields.length === 0) return [];
    return [
      {
        ...{ call: call.id, what: 'note-fields', category: null, kind: '', due: null, number },
        ...{ surname: note.surname, title: note.title, note: note.id, by: team.agent, fields },
        ...{ calledAt: call.startedAt, saidAt: call.endedAt, dueAt: null },
      },
    ];
  }

  #ofJournal(): readonly PendingFollowUp[] {
    return this.#parts.journal.calls.flatMap((call) =>
      call.state === 'ended' ? [...this.ofCall(call), ...this.#fieldsOf(call)] : [],
    );
  }
}

/** What has no time of its own counts from when it was said. */
function orderOf({ dueAt, saidAt }: PendingFollowUp): number {
  return dueAt ?? saidAt;
}
