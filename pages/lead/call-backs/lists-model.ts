import { type Signal, signal } from '@preact/signals';
import type { Instant } from '../../../calls/call-event.ts';
import { numberOfDay } from '../../../contract/pack/day-number.ts';
import type { PackLanguage } from '../../../contract/pack/localized-text.ts';
import type { Pack } from '../../../contract/pack/pack.ts';
import type { ExportFile } from '../../../contract/table/export-file.ts';
import { MOST_PEOPLE_ROWS, readTableFile } from '../../../contract/table/read-table-file.ts';
import { newestSeq } from '../../../contract/team/event-order.ts';
import { type EventOrigin, type TeamEvent, teamEvent } from '../../../contract/team/team-event.ts';
import { foldCallBacks } from '../../../rules/call-backs/fold-call-backs.ts';
import { listProgress } from '../../../rules/call-backs/list-progress.ts';
import { planCallBackList } from '../../../rules/call-backs/plan-call-back-list.ts';
import { readCallBackList } from '../../../rules/call-backs/read-call-back-list.ts';
import { localTime, startOfDay } from '../../../rules/time/local-time.ts';
import type { Zone } from '../../../rules/time/zone-offset.ts';
import type { TeamStore } from '../../../storage/team/team-store.ts';
import { dispatch, type Handlers } from '../../session/dispatch.ts';
import type { TeamLog } from '../../session/team-log.ts';
import { listTemplates } from './list-templates.ts';
import type { ListDraft, ListRefusal, ListsAction, ListsView } from './lists-view.ts';
import { progressFile } from './progress-file.ts';

interface ListsParts {
  readonly teamLog: Pick<TeamLog, 'events' | 'locked'>;
  readonly store: Pick<TeamStore, 'append'>;
  /** Number of the lead; null while this browser belongs to no team. */
  readonly by: () => Promise<string | null>;
  readonly pack: Pack;
  /** Names the pack in events. */
  readonly packKey: string;
  readonly language: PackLanguage;
  readonly utcOffsetMinutes: Zone;
  readonly now: () => Instant;
  /** Downloads the file. */
  readonly save: (file: ExportFile) => void;
}

const LONGEST_NAME = 80;
const LONGEST_AGENT = 40;
const MOST_AGENTS = 100;

/** Call-back lists: import, handing out, progress. */
export class CallBackListsModel {
  readonly #parts: ListsParts;
  readonly #draft: Signal<ListDraft>;
  readonly #preview: Signal<ListsView['preview']> = signal(null);
  readonly #refused: Signal<ListRefusal | null> = signal(null);
  readonly #state: Signal<ListsView['state']> = signal('idle');

  constructor(parts: ListsParts) {
    this.#parts = parts;
    this.#draft = signal({ name: '', matter: '', from: this.#today(), agents: '' });
  }

  view(): ListsView {
    const { teamLog, pack, language } = this.#parts;
    return {
      lists: listProgress(foldCallBacks(teamLog.events.value).callBacks),
      templates: listTemplates(pack, language),
      ...{ draft: this.#draft.value, preview: this.#preview.value, refused: this.#refused.value },
      ...{ missing: this.#missing(), state: this.#state.value, locked: teamLog.locked.value > 0 },
    };
  }

  readonly act = (action: ListsAction): unknown => dispatch(this.#handlers, action.do, action);

  readonly #handlers: Handlers<ListsAction> = {
    template: ({ id }) => {
      const { pack, language } = this.#parts;
      const template = listTemplates(pack, language).find((one) => one.id === id);
      if (template === undefined) return;
      const { name, matter } = template;
      this.#draft.value = { ...this.#draft.value, name: `${name} ${this.#today()}`, matter };
    },
    edit: ({ patch }) => {
      this.#draft.value = { ...this.#draft.value, ...patch };
      this.#state.value = 'idle';
    },
    choose: ({ file }) => this.#read(file),
    forget: () => {
      this.#preview.value = null;
      this.#refused.value = null;
      this.#state.value = 'idle';
    },
    'hand-out': () => this.#handOut(),
    export: async () => this.#parts.save(await progressFile(this.view().lists, this.#today())),
    reassign: ({ list, from, to }) => this.#reassign(list, from, to),
  };

  async #read(file: File): Promise<void> {
    this.#preview.value = null;
    this.#state.value = 'busy';
    const read = await readTableFile(file, MOST_PEOPLE_ROWS);
    const { now, utcOffsetMinutes } = this.#parts;
    const list = read.ok ? readCallBackList(read.rows, now(), utcOffsetMinutes) : read;
    this.#state.value = 'idle';
    this.#refused.value = list.ok ? null : list.reason;
    if (!list.ok) return;
    this.#preview.value = { file: file.name, entries: list.entries, issues: list.issues };
    if (this.#draft.value.name === '') {
      const name = file.name.replace(/\.\w+$/, '').slice(0, LONGEST_NAME);
      this.#draft.value = { ...this.#draft.value, name };
    }
  }

  /** The whole list is stored, or nothing of it. */
  async #handOut(): Promise<void> {
    const preview = this.#preview.value;
    if (preview === null || this.#missing() !== null || this.#state.value === 'busy') return;
    const { pack, utcOffsetMinutes, now } = this.#parts;
    const { name, matter, from } = this.#draft.value;
    // An emptied field means today.
    const day = from === '' ? this.#today() : from;
    const start = startOfDay(numberOfDay(day), utcOffsetMinutes);
    const plan = { name: name.trim(), matter: matter.trim(), from: Math.max(start, now()) };
    const facts = planCallBackList(
      preview.entries,
      { ...plan, agents: agentsOf(this.#draft.value) },
      pack.settings,
      utcOffsetMinutes,
    );
    const isStored = await this.#append((origin, at) =>
      facts.map((fact) => teamEvent(fact, crypto.randomUUID(), at, origin)),
    );
    if (!isStored) return;
    this.#preview.value = null;
    this.#draft.value = { ...this.#draft.value, name: '', matter: '' };
  }

  async #reassign(list: string, from: string | null, to: string | null): Promise<void> {
    const { callBacks } = foldCallBacks(this.#parts.teamLog.events.value);
    const open = callBacks.filter(
      (one) => one.list === list && one.state.state === 'open' && one.assignedTo === from,
    );
    await this.#append((origin, at) =>
      open.map(({ id }) => teamEvent({ type: 'call-back-assigned', to } as const, id, at, origin)),
    );
  }

  async #append(make: (origin: EventOrigin, at: Instant) => readonly TeamEvent[]): Promise<boolean> {
    const { by, store, packKey, teamLog, now } = this.#parts;
    this.#state.value = 'busy';
    try {
      const number = await by();
      if (number === null) throw new Error('no member of a team');
      const seen = newestSeq(teamLog.events.value);
      await store.append(make({ by: number, offset: null, seen, pack: packKey }, now()));
      this.#state.value = 'done';
    } catch (error) {
      console.error('call-back lists: not stored', error);
      this.#state.value = 'failed';
    }
    return this.#state.value === 'done';
  }

  #missing(): ListsView['missing'] {
    const { name, matter } = this.#draft.value;
    const agents = agentsOf(this.#draft.value);
    if (name.trim() === '' || name.trim().length > LONGEST_NAME) return 'name';
    const needsMatter = this.#preview.value?.entries.some((entry) => entry.matter === '') ?? true;
    if (matter.trim() === '' && needsMatter) return 'matter';
    const areAgents = agents.length <= MOST_AGENTS && agents.every((one) => one.length <= LONGEST_AGENT);
    return areAgents ? null : 'agents';
  }

  #today(): string {
    return localTime(this.#parts.now(), this.#parts.utcOffsetMinutes).day;
  }
}

function agentsOf({ agents }: ListDraft): readonly string[] {
  return [
    ...new Set(
      agents
        .normalize('NFKC')
        .split(/[\s,、;]+/)
        .filter((one) => one !== ''),
    ),
  ];
}
