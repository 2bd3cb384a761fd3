import { i18n } from '#i18n';
import { isWithheld } from '../../../calls/numbers/withheld.ts';
import type { CallerTitle } from '../../../calls/vocabulary/caller-title.ts';
import { formatClock } from '../../../components/format-time.ts';
import { allowedFrom } from '../../../rules/call-backs/due-call-backs.ts';
import type { CallBack } from '../../../rules/call-backs/fold-call-backs.ts';
import { quietHours } from '../../../rules/call-backs/quiet-hours.ts';
import type { Handlers } from '../../session/dispatch.ts';
import type { PhoneCommands } from '../call/phone-commands.ts';
import type { PanelBrowser } from '../frame/panel-browser.ts';
import type { PanelJournal } from '../frame/panel-journal.ts';
import type { PanelPage } from '../frame/panel-page.ts';
import type { PanelState } from '../frame/panel-state.ts';
import { quietHoursText } from '../status/refusal-text.ts';

export type DialAction =
  | { readonly do: 'dial'; readonly target: string }
  /** On the number that was clicked in a web page. */
  | { readonly do: 'accept-dial-request' | 'drop-dial-request' };

interface DiallingParts {
  readonly page: Pick<PanelPage, 'times'>;
  readonly journal: Pick<PanelJournal, 'onScreen'>;
  readonly state: Pick<PanelState, 'refusal' | 'dialRequest'>;
  readonly commands: Pick<PhoneCommands, 'send'>;
  readonly nameCaller: (surname: string, title: CallerTitle | null) => void;
  readonly browser: Pick<PanelBrowser, 'forgetDialRequest'>;
  readonly now: () => number;
}

/** Calls that the agent makes: a number, a call-back, or a number clicked in a web page. */
export class Dialling {
  readonly #parts: DiallingParts;
  /** The number dialled during rest hours; a second press on it calls. */
  #warnedOf: string | null = null;

  constructor(parts: DiallingParts) {
    this.#parts = parts;
  }

  readonly handlers: Handlers<DialAction> = {
    dial: ({ target }) => this.dial(target),
    'accept-dial-request': () => this.#acceptRequest(),
    'drop-dial-request': () => this.#parts.browser.forgetDialRequest(),
  };

  /** During the customers' rest hours the first press warns. In a call it is a consultation. */
  async dial(target: string): Promise<void> {
    const { journal, state, commands } = this.#parts;
    if (isWithheld(target)) {
      state.refusal.value = i18n.t('caller.noCallBack');
      return;
    }
    const rest = this.#rest();
    if (rest.quiet && journal.onScreen === undefined && this.#warnedOf !== target) {
      this.#warnedOf = target;
      state.refusal.value = quietHoursText(rest.until);
      return;
    }
    this.#warnedOf = null;
    await commands.send({ type: 'dial', target });
  }

  /**
   * Puts the customer's name on call and note. During rest hours it calls only at a time that the
   * customer named.
   */
  async callBack(callBack: CallBack): Promise<void> {
    const { number, surname, title } = callBack;
    const { page, state, commands, nameCaller, now } = this.#parts;
    if (isWithheld(number)) {
      state.refusal.value = i18n.t('caller.noCallBack');
      return;
    }
    const { settings, utcOffsetMinutes } = page.times;
    const at = now();
    const from = allowedFrom(callBack, settings, at, utcOffsetMinutes);
    if (from > at) {
      state.refusal.value = i18n.t('callBacks.restNow', { time: formatClock(from) });
      return;
    }
    const result = await commands.send({ type: 'dial', target: number });
    if (result.ok && surname !== '') nameCaller(surname, title);
  }

  /** Keeps the request if the press only warned of rest hours. */
  async #acceptRequest(): Promise<void> {
    const number = this.#parts.state.dialRequest.value?.number;
    if (number === undefined) return;
    await this.dial(number);
    if (this.#warnedOf === null) await this.#parts.browser.forgetDialRequest();
  }

  #rest() {
    const { settings, utcOffsetMinutes } = this.#parts.page.times;
    return quietHours(settings, this.#parts.now(), utcOffsetMinutes);
  }
}
