import { type Signal, signal } from '@preact/signals';
import type { EndedCall } from '../../../calls/call.ts';
import type { CallEnd } from '../../../calls/call-end.ts';
import type { TeamFact } from '../../../contract/team/team-event.ts';
import { callBacksOf, type DueCallBack, dueCallBacks } from '../../../rules/call-backs/due-call-backs.ts';
import type { CallBack } from '../../../rules/call-backs/fold-call-backs.ts';
import type { PendingFollowUp } from '../../../rules/follow-ups/pending-follow-up.ts';
import { localTime } from '../../../rules/time/local-time.ts';
import { dispatch, type Handlers } from '../../session/dispatch.ts';
import type { PanelPage } from '../frame/panel-page.ts';
import type { PanelTeam } from '../frame/panel-team.ts';
import {
  BLANK_PLAN,
  type CallBackItemView,
  type CallBacksAction,
  type CallBacksView,
  type DoneCallBackView,
  type PlanDraft,
} from './call-backs-view.ts';

interface CallBacksParts {
  readonly team: Pick<PanelTeam, 'callBacks' | 'record' | 'agent'>;
  readonly page: Pick<PanelPage, 'times'>;
  /** What a call left to do, by its key; null if it is done or dropped. */
  readonly followUp: (key: string) => PendingFollowUp | null;
  readonly dial: (callBack: CallBack) => unknown;
  /** Id of the open contact's note. */
  readonly noteOnScreen: () => string | null;
  /** After a call-back was planned in the call on screen. */
  readonly onPlanned?: () => unknown;
}

/** The tab of call-backs. */
export class CallBacksTabModel {
  readonly #parts: CallBacksParts;
  readonly #open: Signal<string | null> = signal(null);
  readonly #unanswered: Signal<{ readonly id: string; readonly end: CallEnd } | null> = signal(null);
  readonly #planning: Signal<PlanDraft | null> = signal(null);

  constructor(parts: CallBacksParts) {
    this.#parts = parts;
  }

  view(now: number): CallBacksView {
    return {
      items: this.#due(now).map(itemOf),
      done: this.#doneToday(now),
      open: this.#open.value,
      unanswered: this.#unanswered.value?.id ?? null,
      unansweredEnd: this.#unanswered.value?.end ?? null,
      planning: this.#planning.value !== null,
      draft: this.#planning.value ?? BLANK_PLAN,
      times: this.#parts.page.times,
      now,
    };
  }

  /** How many are due or late. */
  count(now: number): number {
    return this.#due(now).filter(({ when }) => when === 'due' || when === 'late').length;
  }

  /**
   * After an unanswered call: opens its call-back with the reason, to be planned again where the
   * customer was tried. False if it was none.
   */
  notReached(call: EndedCall): boolean {
    const [promised] = callBacksOf(this.#parts.team.callBacks.value, call.remoteParty.number);
    if (promised === undefined) return false;
    this.#open.value = promised.id;
    this.#unanswered.value = { id: promised.id, end: call.end };
    return true;
  }

  act(action: CallBacksAction): unknown {
    return dispatch(this.#handlers, action.do, action);
  }

  readonly #handlers: Handlers<CallBacksAction> = {
    new: () => {
      this.#planning.value = BLANK_PLAN;
    },
    'plan-promised': ({ followUp: key }) => {
      const promised = this.#parts.followUp(key);
      if (promised === null) return;
      const { number, surname, title, note } = promised;
      this.#planning.value = { ...BLANK_PLAN, number, surname, title, note };
    },
    open: ({ id }) => {
      this.#open.value = id;
    },
    close: () => {
      this.#open.value = null;
      this.#planning.value = null;
    },
    plan: async ({ plan }) => {
      const isStored = await this.#parts.team.record(crypto.randomUUID(), {
        type: 'call-back-planned',
        ...plan,
      });
      if (!isStored) return;
      this.#planning.value = null;
      const note = this.#parts.noteOnScreen();
      if (note !== null && plan.note === note) await this.#parts.onPlanned?.();
    },
    dial: ({ id }) => {
      const callBack = this.#parts.team.callBacks.value.find((one) => one.id === id);
      return callBack === undefined ? undefined : this.#parts.dial(callBack);
    },
    outcome: ({ id, given }) =>
      this.#recordAndClose(id, { type: 'call-back-tried', note: this.#parts.noteOnScreen(), ...given }),
    move: ({ id, dueAt, agreed }) => this.#recordAndClose(id, { type: 'call-back-moved', dueAt, agreed }),
    drop: ({ id, reason }) => this.#parts.team.record(id, { type: 'call-back-dropped', reason }),
  };

  async #recordAndClose(id: string, fact: TeamFact): Promise<void> {
    if (await this.#parts.team.record(id, fact)) this.#open.value = null;
  }

  #due(now: number): readonly DueCallBack[] {
    const { team, page } = this.#parts;
    const { settings, utcOffsetMinutes } = page.times;
    // What a lead gave to another agent is that agent's to call.
    const own = team.callBacks.value.filter(
      ({ assignedTo }) => assignedTo === null || assignedTo === team.agent,
    );
    return dueCallBacks(own, settings, now, utcOffsetMinutes).list;
  }

  #doneToday(now: number): readonly DoneCallBackView[] {
    const { utcOffsetMinutes } = this.#parts.page.times;
    const today = localTime(now, utcOffsetMinutes).dayNumber;
    return this.#parts.team.callBacks.value
      .flatMap(doneOf)
      .filter(({ at }) => localTime(at, utcOffsetMinutes).dayNumber === today)
      .sort((a, b) => b.at - a.at);
  }
}

function itemOf({ callBack, when, callableAt, latestAt }: DueCallBack): CallBackItemView {
  const { id, number, surname, title, matter, vip, agreed, dueAt, attempts, list } = callBack;
  return {
    ...{ id, number, surname, title, matter, vip, agreed, dueAt, attempts, when, callableAt, latestAt },
    list,
  };
}

function doneOf({ id, number, surname, title, state }: CallBack): DoneCallBackView[] {
  if (state.state === 'open') return [];
  const outcome = state.state === 'done' ? state.outcome : null;
  return [{ id, number, surname, title, at: state.at, outcome }];
}
