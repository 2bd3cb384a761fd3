import { i18n } from '#i18n';
import { forgetDialRequest } from '../../../browser/dial-request-store.ts';
import type { CallCommand, CommandResult } from '../../../calls/call-command.ts';
import { formatClock } from '../../../components/format-time.ts';
import type { CallBack } from '../../../rules/call-backs/fold-call-backs.ts';
import { quietHours } from '../../../rules/call-backs/quiet-hours.ts';
import type { PanelAction } from '../frame/panel-action.ts';
import type { PanelModel } from '../frame/panel-model.ts';
import { quietHoursText } from '../status/refusal-text.ts';

interface DiallingParts {
  readonly model: PanelModel;
  readonly now: () => number;
  /** Carries a command out, and shows why where it was refused. */
  readonly command: (command: CallCommand) => Promise<CommandResult>;
  readonly act: (action: PanelAction) => void;
}

/** Calls that the agent makes: a number, a call-back, or one that was pressed in a web page. */
export class Dialling {
  readonly #parts: DiallingParts;
  /** The number that was to be called in rest hours: pressed again, it is meant. */
  #warnedOf: string | null = null;

  constructor(parts: DiallingParts) {
    this.#parts = parts;
  }

  /** In the customers' rest hours one press says so, and only a second one calls: a consultation may be needed. */
  async dial(target: string): Promise<void> {
    const { model, now, command } = this.#parts;
    const { pack, context, journal } = model.parts;
    const rest = quietHours(pack.settings, now(), context().utcOffsetMinutes);
    const isCallBack = journal.onScreen === undefined;
    if (rest.quiet && isCallBack && this.#warnedOf !== target) {
      this.#warnedOf = target;
      model.refusal.value = quietHoursText(rest.until);
      return;
    }
    this.#warnedOf = null;
    await command({ type: 'dial', target });
  }

  /** The customer's name is known, and stands on call and note at once. Never in a rest hour, however often it is pressed. */
  async callBack({ number, surname, title }: CallBack): Promise<void> {
    const { model, now, command, act } = this.#parts;
    const { pack, context } = model.parts;
    const rest = quietHours(pack.settings, now(), context().utcOffsetMinutes);
    if (rest.quiet) {
      model.refusal.value = i18n.t('callBacks.restNow', { time: formatClock(rest.until) });
      return;
    }
    const result = await command({ type: 'dial', target: number });
    if (result.ok && surname !== '') act({ do: 'name-caller', note: '', surname, title });
  }

  /** The wish stays where the first press only said that customers rest now. */
  async acceptRequest(): Promise<void> {
    const number = this.#parts.model.dialRequest.value?.number;
    if (number === undefined) return;
    await this.dial(number);
    if (this.#warnedOf === null) await forgetDialRequest();
  }
}
