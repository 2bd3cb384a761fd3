import { type Signal, signal } from '@preact/signals';
import type { Call } from '../../../calls/call.ts';
import { callBacksOf, type DueCallBack, dueCallBacks } from '../../../rules/call-backs/due-call-backs.ts';
import type { CallBack } from '../../../rules/call-backs/fold-call-backs.ts';
import type { PanelTeam } from '../frame/panel-team.ts';
import type {
  CallBackItemView,
  CallBacksAction,
  CallBacksView,
  DoneCallBackView,
  TimeRules,
} from './call-backs-view.ts';

interface CallBacksParts {
  readonly team: PanelTeam;
  readonly times: () => TimeRules;
  readonly now: () => number;
  /** Calls the number of a call-back, and puts the customer's name to the call. */
  readonly dial: (callBack: CallBack) => void;
  /** Id of the note of the call on screen, if there is one. */
  readonly noteOnScreen: () => string | null;
}

/** The list of call-backs; which one is unfolded is this view's own. */
export class CallBacksTabModel {
  readonly #parts: CallBacksParts;
  readonly #open: Signal<string | null> = signal(null);
  readonly #unanswered: Signal<string | null> = signal(null);
  readonly #planning: Signal<boolean> = signal(false);

  constructor(parts: CallBacksParts) {
    this.#parts = parts;
  }

  view(now: number): CallBacksView {
    return {
      items: this.#due(now).map(itemOf),
      done: this.#doneToday(now),
      open: this.#open.value,
      unanswered: this.#unanswered.value,
      planning: this.#planning.value,
      times: this.#parts.times(),
      now,
    };
  }

  /** How many are to be called now. */
  count(now: number): number {
    return this.#due(now).filter(({ when }) => when === 'due' || when === 'late').length;
  }

  /** A call that nobody answered: true if it was a call-back, which then stands open to be planned again. */
  notReached(call: Call): boolean {
    const [promised] = callBacksOf(this.#parts.team.callBacks.value, call.remoteParty.number);
    if (promised === undefined) return false;
    this.#open.value = promised.id;
    this.#unanswered.value = promised.id;
    return true;
  }

  async act(action: CallBacksAction): Promise<void> {
    const { team, dial, noteOnScreen } = this.#parts;
    switch (action.do) {
      case 'new':
        this.#planning.value = true;
        return;
      case 'open':
        this.#open.value = action.id;
        return;
      case 'close':
        this.#open.value = null;
        this.#planning.value = false;
        return;
      case 'plan':
        if (await team.record(crypto.randomUUID(), { type: 'call-back-planned', ...action.plan })) {
          this.#planning.value = false;
        }
        return;
      case 'dial': {
        const callBack = team.callBacks.value.find(({ id }) => id === action.id);
        if (callBack !== undefined) dial(callBack);
        return;
      }
      case 'outcome': {
        const given = { type: 'call-back-tried', note: noteOnScreen(), ...action.given } as const;
        if (await team.record(action.id, given)) this.#open.value = null;
        return;
      }
      case 'move': {
        const { dueAt, agreed } = action;
        if (await team.record(action.id, { type: 'call-back-moved', dueAt, agreed })) this.#open.value = null;
        return;
      }
      case 'drop':
        await team.record(action.id, { type: 'call-back-dropped', reason: action.reason });
        return;
    }
  }

  #due(now: number): readonly DueCallBack[] {
    const { team, times } = this.#parts;
    const { settings, utcOffsetMinutes } = times();
    return dueCallBacks(team.callBacks.value, settings, now, utcOffsetMinutes).list;
  }

  #doneToday(now: number): readonly DoneCallBackView[] {
    const midnight = new Date(now).setHours(0, 0, 0, 0);
    return this.#parts.team.callBacks.value
      .flatMap(doneOf)
      .filter(({ at }) => at >= midnight)
      .sort((a, b) => b.at - a.at);
  }
}

function itemOf({ callBack, when, callableAt, latestAt }: DueCallBack): CallBackItemView {
  const { id, number, surname, title, matter, vip, agreed, dueAt, attempts } = callBack;
  return { id, number, surname, title, matter, vip, agreed, dueAt, attempts, when, callableAt, latestAt };
}

function doneOf({ id, number, surname, title, state }: CallBack): DoneCallBackView[] {
  if (state.state === 'open') return [];
  const outcome = state.state === 'done' ? state.outcome : null;
  return [{ id, number, surname, title, at: state.at, outcome }];
}
