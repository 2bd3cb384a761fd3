import type { Call } from '../../../calls/call.ts';
import type { Pack } from '../../../contract/pack/pack.ts';
import type { RulesContext } from '../../../rules/call/rules-context.ts';
import { callRules } from '../../../rules/call/rules-state.ts';
import { contactValues } from '../../../rules/spoken/contact-values.ts';
import type { PlaceholderValues } from '../../../rules/spoken/fill-placeholders.ts';
import { placeOfTransfer, placeValues } from '../../../rules/spoken/place-values.ts';
import type { PanelJournal } from '../frame/panel-journal.ts';
import type { PanelTabs } from '../frame/panel-tabs.ts';
import type { PanelTeam } from '../frame/panel-team.ts';
import type { PanelNotes } from '../note/panel-notes.ts';

interface SpokenParts {
  readonly journal: PanelJournal;
  readonly notes: PanelNotes;
  readonly team: PanelTeam;
  readonly tabs: PanelTabs;
  readonly pack: Pack;
  readonly context: () => RulesContext;
}

/** The place of the directory that the agent tells the caller of this call. */
export interface PointedAt {
  readonly call: string;
  readonly place: string;
}

/** What the scripts say of this contact: its matter, its promises, whom or what place it is about. */
export class SpokenValues {
  /** The step on screen, and the note as it stood when it came up: what is being read does not change while it is noted. */
  #read: { readonly step: string; readonly text: string } = { step: '', text: '' };

  of(parts: SpokenParts, pointedAt: PointedAt | null, call: Call, now: number): PlaceholderValues {
    const { notes, team, tabs, pack, context } = parts;
    const { words, utcOffsetMinutes } = context();
    const chosen = pointedAt?.call === call.id ? pointedAt.place : null;
    const entry = pack.directory.find(({ id }) => id === chosen) ?? placeOfTransfer(call, pack.directory);
    const contact = {
      call,
      callBacks: team.callBacks.value,
      orders: tabs.models.orders.service.open(now),
      note: { id: notes.noteOf(call.id)?.id ?? null, text: this.#textRead(parts, call) },
    };
    return {
      ...placeValues(entry, words),
      ...contactValues(contact, { words, utcOffsetMinutes, pack }, now),
    };
  }

  #textRead({ journal, notes }: SpokenParts, call: Call): string {
    const run = callRules(journal.rules, call.id)?.run ?? null;
    const step = `${call.id} ${run?.situation ?? ''} ${run?.step ?? ''} ${run?.stepSince ?? ''}`;
    if (step !== this.#read.step) this.#read = { step, text: notes.viewOf(call.id).text };
    return this.#read.text;
  }
}
