import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import { i18n } from '#i18n';
import { maskNumber } from '../../contract/numbers/mask.ts';
import { type PackLanguage, textIn } from '../../contract/pack/localized-text.ts';
import type { Pack } from '../../contract/pack/pack.ts';
import { foldCallBacks } from '../../rules/call-backs/fold-call-backs.ts';
import { callBackFigures } from '../../rules/figures/call-back-figures.ts';
import type { CountedNote } from '../../rules/figures/caller-calls.ts';
import { contactFigures } from '../../rules/figures/contact-figures.ts';
import { type FigureSpan, type SpanKind, spanAround } from '../../rules/figures/figure-span.ts';
import { orderFigures } from '../../rules/figures/order-figures.ts';
import type { Zone } from '../../rules/time/zone-offset.ts';
import { foldWarnings, type Warning } from '../../rules/warnings/fold-warnings.ts';
import { warningFigures } from '../../rules/warnings/warning-figures.ts';
import { foldWorkOrders } from '../../rules/work-orders/fold-work-orders.ts';
import { openHoursOf } from '../../rules/work-orders/open-hours.ts';
import { orderAt } from '../../rules/work-orders/order-at.ts';
import { orderRulesOf } from '../../rules/work-orders/order-rules.ts';
import { dispatch, type Handlers } from '../session/dispatch.ts';
import type { TeamLog } from '../session/team-log.ts';
import { zoneOf } from '../session/zone-of.ts';
import { callBackRows } from './call-back-rows.ts';
import { stateText } from './complaint-state-text.ts';
import { countedCall, countedClock, countedOrder, countedWarning } from './counted-view.ts';
import type { FiguresAction, FiguresView, OpenedFigure, TallyView, TeamFiguresView } from './figures-view.ts';

interface FiguresParts {
  /** Null while the notes cannot be decrypted. */
  readonly notesOf: (span: FigureSpan) => Promise<readonly CountedNote[] | null>;
  readonly teamLog: TeamLog;
  /** The one in use. */
  readonly pack: Pack;
  /** An earlier pack of the team, by the key that events name. */
  readonly packOf?: (key: string) => Pack | null;
  readonly language: PackLanguage;
  readonly now: () => number;
}

/** The figures of one span: notes, loaded when the span changes, and team events. */
export class FiguresModel {
  readonly view: ReadonlySignal<FiguresView>;
  readonly #parts: FiguresParts;
  readonly #utcOffsetMinutes: Zone;
  readonly #span: Signal<FigureSpan>;
  readonly #notes: Signal<readonly CountedNote[] | null> = signal(null);
  readonly #opened: Signal<Opened | null> = signal(null);
  readonly #titles: ReadonlySignal<ReadonlyMap<string, string>>;

  constructor(parts: FiguresParts) {
    this.#parts = parts;
    this.#utcOffsetMinutes = zoneOf(parts.pack);
    this.#titles = computed(
      () => new Map(parts.pack.situations.map(({ id, title }) => [id, textIn(title, parts.language)])),
    );
    this.#span = signal(this.#spanAround('day', parts.now()));
    this.view = computed(() => this.#view());
  }

  readonly act = (action: FiguresAction): unknown => dispatch(this.#handlers, action.do, action);

  readonly #handlers: Handlers<FiguresAction> = {
    span: ({ kind }) =>
      this.#show(this.#spanAround(kind, Math.min(this.#span.value.to - 1, this.#parts.now()))),
    earlier: () => this.#show(this.#spanAround(this.#span.value.kind, this.#span.value.from - 1)),
    later: () => this.#show(this.#spanAround(this.#span.value.kind, this.#span.value.to)),
    open: ({ title, notes }) => {
      this.#opened.value = { of: 'calls', title, ids: notes };
    },
    'open-entries': ({ title, entries }) => {
      this.#opened.value = { of: 'entries', title, counted: entries };
    },
    close: () => {
      this.#opened.value = null;
    },
  };

  /** Loads the notes of the span on screen; also after an unlock. */
  async load(): Promise<void> {
    const span = this.#span.value;
    const notes = await this.#parts.notesOf(span);
    if (this.#span.value === span) this.#notes.value = notes;
  }

  #spanAround(kind: SpanKind, at: number): FigureSpan {
    return spanAround(kind, at, this.#utcOffsetMinutes);
  }

  async #show(span: FigureSpan): Promise<void> {
    this.#opened.value = null;
    this.#span.value = span;
    await this.load();
  }

  #view(): FiguresView {
    const notes = this.#notes.value;
    if (notes === null) return { state: 'locked' };
    const { pack, now } = this.#parts;
    const span = this.#span.value;
    return {
      state: 'open',
      span,
      hasLater: span.to <= now(),
      contact: contactFigures(
        notes,
        span,
        pack.settings.ringLimit,
        openHoursOf(pack, this.#utcOffsetMinutes),
      ),
      team: this.#team(span),
      situationTitles: this.#titles.value,
      opened: this.#openedFigure(notes),
    };
  }

  #team(span: FigureSpan): TeamFiguresView {
    const { teamLog, pack, packOf, language, now } = this.#parts;
    const events = teamLog.events.value;
    const warnings = foldWarnings(events).filter(
      ({ calledAt }) => calledAt >= span.from && calledAt < span.to,
    );
    const rules = orderRulesOf(pack, this.#utcOffsetMinutes, packOf);
    const orders = [...foldWorkOrders(events, rules).orders.values()];
    const figures = orderFigures(
      orders.map((order) => orderAt(order, now(), rules)),
      span,
      now(),
    );
    return {
      ...registerFigures(warnings, this.#utcOffsetMinutes),
      complaintsByKind: figures.byKind.map(({ kind, counted }) => ({
        name: textIn(kind.name, language),
        counted: counted.map(countedOrder),
      })),
      complaintsByState: figures.byState.map(({ state, counted }) => ({
        name: stateText(state),
        counted: counted.map(countedOrder),
      })),
      clocks: [
        { name: i18n.t('figures.kept'), counted: figures.clocksKept.map(countedClock) },
        { name: i18n.t('figures.missedClocks'), counted: figures.clocksMissed.map(countedClock) },
      ],
      clocksByOwner: figures.byOwner.flatMap(({ owner: id, kept, missed }) => {
        const owner = textIn(pack.workOrders.owners.find((one) => one.id === id)?.name, language, id);
        return [
          { name: i18n.t('figures.ownerKept', { owner }), counted: kept.map(countedClock) },
          { name: i18n.t('figures.ownerMissed', { owner }), counted: missed.map(countedClock) },
        ];
      }),
      promisesByAgent: figures.promisesByAgent.map(({ agent, kept, missed }) => ({
        agent,
        kept: kept.map(countedClock),
        missed: missed.map(countedClock),
      })),
      callBacks: callBackRows(
        callBackFigures(foldCallBacks(events).callBacks, span, pack.settings, now()),
        pack.settings.callBackWithinDays,
      ),
    };
  }

  #openedFigure(notes: readonly CountedNote[]): OpenedFigure | null {
    const opened = this.#opened.value;
    if (opened === null || opened.of === 'entries') return opened;
    const ids = new Set(opened.ids);
    const counted = notes.filter(({ id }) => ids.has(id)).map(countedCall);
    return { title: opened.title, of: 'calls', counted };
  }
}

type Opened =
  | (OpenedFigure & { readonly of: 'entries' })
  | { readonly of: 'calls'; readonly title: string; readonly ids: readonly string[] };

/** Entries of the harassment register by hour of the day and by number. */
function registerFigures(
  warnings: readonly Warning[],
  utcOffsetMinutes: Zone,
): { readonly harassmentByHour: readonly TallyView[]; readonly harassmentBySource: readonly TallyView[] } {
  const { inHour, bySource } = warningFigures(warnings, utcOffsetMinutes);
  return {
    harassmentByHour: inHour.map((entries, hour) => ({
      name: `${hour}:00`,
      counted: entries.map(countedWarning),
    })),
    harassmentBySource: bySource.map(({ number, entries }) => ({
      name: number === '' ? i18n.t('figures.withheld') : maskNumber(number),
      counted: entries.map(countedWarning),
    })),
  };
}
