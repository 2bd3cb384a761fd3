import type { Call, EndedCall } from '../../../calls/call.ts';
import type { CallId } from '../../../calls/call-event.ts';
import { knownNumber } from '../../../calls/numbers/withheld.ts';
import type { NoteField } from '../../../contract/pack/follow-up.ts';
import { emptyFields } from '../../../rules/follow-ups/asked-fields.ts';
import { isDone } from '../../../rules/follow-ups/is-done.ts';
import {
  fieldsLeft,
  followUpKey,
  followUpsOfCall,
  type PendingFollowUp,
} from '../../../rules/follow-ups/pending-follow-up.ts';
import type { PanelJournal } from '../frame/panel-journal.ts';
import type { PanelPage } from '../frame/panel-page.ts';
import type { PanelTeam } from '../frame/panel-team.ts';
import type { PanelNotes } from '../note/panel-notes.ts';

interface FollowUpParts {
  readonly team: Pick<
    PanelTeam,
    'agent' | 'followUps' | 'orders' | 'callBacks' | 'warnings' | 'record' | 'serverTime'
  >;
  readonly journal: Pick<PanelJournal, 'calls' | 'leftBy' | 'marksOf'>;
  readonly notes: Pick<PanelNotes, 'idOf' | 'ofToday' | 'byId' | 'readEarlier'>;
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
    const known = new Map<string, PendingFollowUp>(left);
    for (const followUp of this.#ofJournal()) {
      const key = followUpKey(followUp);
      if (!known.has(key)) known.set(key, followUp);
    }
    return [...known]
      .filter(([key, { by }]) => !dropped.has(key) && (whose === 'all' || by === agent))
      .map(([, followUp]) => this.#asNoted(followUp))
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
    const ahead = team.serverTime(0);
    return followUpsOfCall(leaves, call, to, page.pack, page.times.utcOffsetMinutes, ahead);
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
    const { surname, title, id } = note;
    return [fieldsLeft(fields, call, { surname, title, note: id, by: team.agent }, team.serverTime(0))];
  }

  /** Notes stay on their agent's computers: nobody else can fill them, or sees what they need. */
  #asNoted(followUp: PendingFollowUp): PendingFollowUp {
    if (followUp.what !== 'note-fields') return followUp;
    const { team, notes } = this.#parts;
    const note = followUp.by === team.agent && followUp.note !== null ? notes.byId(followUp.note) : null;
    if (note === null) return { ...followUp, fields: [] };
    const { surname, title } = note;
    return { ...followUp, surname, title, fields: emptyFields(followUp.fields, note, followUp.number) };
  }

  /** Reads the notes of earlier days that still needed something. */
  async readNotes(): Promise<void> {
    const { team, notes } = this.#parts;
    const { left, dropped } = team.followUps.value;
    const mine = [...left].filter(([key, { what, by }]) => {
      return what === 'note-fields' && by === team.agent && !dropped.has(key);
    });
    await notes.readEarlier(mine.flatMap(([, { note }]) => (note === null ? [] : [note])));
  }

  /** What the note of an ended call is asked for. */
  fieldsOf(call: CallId): readonly NoteField[] {
    const { team, journal } = this.#parts;
    const { fields } = journal.leftBy(call);
    if (fields.length > 0) return fields;
    const left = [...team.followUps.value.left.values()];
    return left.find((one) => one.what === 'note-fields' && one.call === call)?.fields ?? [];
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
