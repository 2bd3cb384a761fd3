import type { Call } from '../../../calls/call.ts';
import { callRules } from '../../../rules/call/rules-state.ts';
import { contactValues } from '../../../rules/spoken/contact-values.ts';
import type { PlaceholderValues } from '../../../rules/spoken/fill-placeholders.ts';
import { placeOfTransfer, placeValues } from '../../../rules/spoken/place-values.ts';
import type { PanelSources } from '../frame/panel-sources.ts';

type SpokenSources = Pick<PanelSources, 'page' | 'state' | 'journal' | 'notes' | 'team' | 'orderService'>;

/** What the scripts' sentences say of this contact: its matter, its promises, its place. */
export class SpokenValues {
  readonly #sources: SpokenSources;
  /**
   * The note's text when the step on screen came up: a sentence does not change while the agent
   * reads it and types.
   */
  #read: { readonly step: string; readonly text: string } = { step: '', text: '' };

  constructor(sources: SpokenSources) {
    this.#sources = sources;
  }

  of(call: Call, now: number): PlaceholderValues {
    const { page, state, notes, team, orderService } = this.#sources;
    const { pack } = page;
    const { words, utcOffsetMinutes, cadence } = page.context();
    const pointedAt = state.pointedAt.value;
    const chosen = pointedAt?.call === call.id ? pointedAt.place : null;
    const entry = pack.directory.find(({ id }) => id === chosen) ?? placeOfTransfer(call, pack.directory);
    const contact = {
      // Compared with times of the team's events.
      call: { ...call, startedAt: team.serverTime(call.startedAt) },
      callBacks: team.callBacks.value,
      orders: orderService.open(team.serverTime(now)),
      note: { id: notes.noteOf(call.id)?.id ?? null, text: this.#textRead(call) },
    };
    return {
      ...placeValues(entry, words, cadence ?? pack.settings.cadence),
      ...contactValues(contact, { words, utcOffsetMinutes, pack }, team.serverTime(now)),
    };
  }

  #textRead(call: Call): string {
    const { journal, notes } = this.#sources;
    const run = callRules(journal.rules, call.id)?.run ?? null;
    const step = `${call.id} ${run?.situation ?? ''} ${run?.step ?? ''} ${run?.stepSince ?? ''}`;
    if (step !== this.#read.step) this.#read = { step, text: notes.viewOf(call.id).fields.text };
    return this.#read.text;
  }
}
