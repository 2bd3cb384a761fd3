import { expect } from 'vitest';
import { replayPhone } from '../../calls/fold-phone.ts';
import type { NumberStatus, PromisedCall } from '../../calls/vocabulary/number-status.ts';
import type { WaitKind } from '../../calls/vocabulary/wait-kind.ts';
import type { Pack } from '../../contract/pack/pack.ts';
import type { CadenceCountry } from '../../contract/pack/ring-cadence.ts';
import type { TeamEvent } from '../../contract/team/team-event.ts';
import { foldRules } from '../../rules/call/fold-rules.ts';
import type { RulesContext } from '../../rules/call/rules-context.ts';
import { callRules, NO_RULES } from '../../rules/call/rules-state.ts';
import type { RulesView, RunView } from '../../rules/call/rules-view.ts';
import { foldCallBacks } from '../../rules/call-backs/fold-call-backs.ts';
import { type ScriptMove, scriptMove } from '../../rules/scripts/script-moves.ts';
import { contactValues } from '../../rules/spoken/contact-values.ts';
import { placeOfTransfer, placeValues } from '../../rules/spoken/place-values.ts';
import { foldWorkOrders } from '../../rules/work-orders/fold-work-orders.ts';
import { openOrders } from '../../rules/work-orders/open-orders.ts';
import { orderRulesOf } from '../../rules/work-orders/order-rules.ts';
import { type CallLeaves, leftByCall } from '../../rules/work-orders/promises-of-call.ts';
import { pack as SHIPPED } from '../../scripts/pack.yaml';
import { wordsIn } from '../../tools/words-in.ts';
import { CallStory, STORY_START } from './call-story.ts';
import { hostJournal, viewJournal } from './rules-replay.ts';

export const BEIJING: RulesContext = {
  language: 'zh-CN',
  words: wordsIn('zh-CN'),
  utcOffsetMinutes: 480,
  cadence: null,
  hotline: '示例服务热线',
  agentNumber: '0283',
  agentName: '',
  values: {},
};

interface ScriptStoryOptions {
  readonly cadence?: CadenceCountry;
  readonly startsAt?: number;
  readonly pack?: Pack;
  readonly context?: Partial<RulesContext>;
  /** The team's events. */
  readonly ledger?: readonly TeamEvent[];
}

/** Id of the call's own note. */
export const OWN_NOTE = 'note-1';

/** What the agent sees. Only the given fields are compared. */
export interface PanelShows {
  /** Null: no script is shown. */
  readonly script?: string | null;
  /** Words of the sentence, in this order. */
  readonly says?: readonly string[];
  readonly saysNot?: readonly string[];
  /** Position of the step, from 1. */
  readonly step?: number;
  /** What a `do` step asks of the agent. */
  readonly asksTo?: string;
  readonly choices?: readonly string[];
  /** Whole seconds left of the running wait; null: none. */
  readonly waits?: number | null;
  /** Words of each prohibition, in order. */
  readonly warns?: readonly string[];
  readonly techniques?: readonly string[];
  /** Ids of all suggestions, best first. */
  readonly offers?: readonly string[];
  readonly hangUp?:
    | 'free'
    | 'caller-first'
    | { readonly steps: number; readonly seconds: number; readonly callerFirst?: boolean };
  readonly holdWarnings?: number;
}

/** A call with its scripts: what the agent presses, and what the panel shows. */
export function scriptStory(options: ScriptStoryOptions = {}): ScriptStory {
  return new ScriptStory(options);
}

export class ScriptStory extends CallStory {
  readonly #pack: Pack;
  readonly #context: RulesContext;
  readonly #ledger: readonly TeamEvent[];
  #noted = '';

  constructor({
    cadence = 'CN',
    startsAt = STORY_START,
    pack = SHIPPED,
    context = {},
    ledger = [],
  }: ScriptStoryOptions) {
    super({ cadence, startsAt });
    this.#pack = pack;
    const words = wordsIn(context.language ?? BEIJING.language);
    this.#context = { ...BEIJING, words, cadence, ...context };
    this.#ledger = ledger;
  }

  /** Ring, answer on the second ring, greeting said. */
  greeted = (number = '+86 139 0000 0001') =>
    this.callerRings(number).untilRing(2).agentAnswers().waits(4).stepDone();
  /** Greeted, and the caller has spoken. */
  inConversation = (number = '+86 139 0000 0001') => this.greeted(number).waits(1).speaks(8);

  /** Presses 下一步. */
  stepDone = () => this.#press({ move: 'next' });
  skips = () => this.#press({ move: 'skip' });
  goesBack = () => this.#press({ move: 'back' });
  restarts = () => this.#press({ move: 'restart' });
  closesScript = () => this.#press({ move: 'close' });
  chooses = (option: string) => this.#press({ move: 'choose', option });
  /** Presses the key for a caller who answers, where no analyser runs. */
  callerAnswers = () => this.agentDid({ type: 'caller-answered' });

  takesSuggestion = (situation: string) => {
    expect(this.view().suggestions.map((offer) => offer.situation)).toContain(situation);
    return this.picks(situation, 'suggestion');
  };
  dismisses = (situation: string) => this.agentDid({ type: 'suggestion-dismissed', situation });

  /** Presses hold or mute, as the panel and the host handle it. */
  presses = (of: WaitKind) => {
    if (this.view().askBeforeWait[of]) return this.agentDid({ type: 'wait-asked', of });
    return of === 'hold' ? this.agentHolds() : this.agentMutes();
  };
  /** Presses hang-up once: it works only if no step is pending. */
  agentMayHangUp = () => {
    expect(this.view().guard).toEqual({ guarded: false });
    return this.agentHangsUp();
  };
  /** Types into the call's note. */
  notes = (text: string) => {
    this.#noted = text;
    return this;
  };
  numberIs = (as: readonly NumberStatus[], owed: readonly PromisedCall[] = []) =>
    this.record('host', { type: 'number-recognised', as, promises: owed });

  /** The current view; it is the same whether or not the host has journaled due events. */
  view(): RulesView {
    const { now } = this;
    const context = { ...this.#context, values: { ...this.#known(), ...this.#context.values } };
    const view = viewJournal(this.journal(), this.#pack, context, now);
    const kept = hostJournal(this.journal(), this.#pack, context, now);
    expect(viewJournal(kept, this.#pack, context, now)).toEqual(view);
    return view;
  }
  /** The journal as the host keeps it, with all due events. */
  keptJournal() {
    return hostJournal(this.journal(), this.#pack, this.#context, this.now);
  }

  /** What the call leaves to do. */
  leaves(): readonly CallLeaves[] {
    let state = NO_RULES;
    for (const entry of this.keptJournal()) state = foldRules(state, entry, this.#pack, this.#context);
    const call = callRules(state, this.call);
    return call === undefined ? [] : leftByCall(call.facts, this.#pack, this.#context.utcOffsetMinutes);
  }

  thePanelShows = (expected: PanelShows) => {
    const view = this.view();
    const seen = { ...panelOf(view), ...wordsOf(view.run, expected) };
    const { says: _says, saysNot: _saysNot, warns: _warns, ...rest } = expected;
    expect(seen).toMatchObject({
      ...rest,
      missing: [],
      unwanted: [],
      warnings: expected.warns ?? expect.anything(),
    });
    return this;
  };

  /** What team events, note and directory know of the call. */
  #known(): RulesContext['values'] {
    const call = replayPhone(this.journal()).calls.find(({ id }) => id === this.call);
    if (call === undefined) return {};
    const { now } = this;
    const { words, utcOffsetMinutes, cadence } = this.#context;
    const rules = orderRulesOf(this.#pack, utcOffsetMinutes);
    const events = this.#ledger.filter(({ at }) => at <= now);
    const contact = {
      call,
      callBacks: foldCallBacks(events).callBacks,
      orders: openOrders(foldWorkOrders(events, rules), now, rules),
      note: { id: OWN_NOTE, text: this.#noted },
    };
    const place = { words, utcOffsetMinutes, pack: this.#pack };
    return {
      ...placeValues(
        placeOfTransfer(call, this.#pack.directory),
        words,
        cadence ?? this.#pack.settings.cadence,
      ),
      ...contactValues(contact, place, now),
    };
  }

  #press = (press: ScriptMove) => {
    const { run } = this.view();
    const event = run === null ? null : scriptMove(run, press, this.now);
    if (event === null)
      throw new Error(
        `${press.move} means nothing: ${run?.situation.id ?? 'no script'} ${run?.step.id ?? ''}`,
      );
    const { call: _call, at: _at, ...what } = event;
    return this.agentDid(what);
  };
}

function panelOf({ run, suggestions, guard, holdWarning }: RulesView) {
  return {
    script: run?.situation.id ?? null,
    step: run?.stepNumber ?? null,
    asksTo: run?.step.kind === 'do' ? run.step.action : null,
    choices: run?.options.map(({ id }) => id) ?? [],
    waits: run?.wait?.state === 'running' ? Math.ceil(run.wait.leftMs / 1000) : null,
    techniques: run?.techniques.map(({ id }) => id) ?? [],
    offers: suggestions.map(({ situation }) => situation),
    hangUp: hangUpOf(guard),
    holdWarnings: holdWarning?.warnings ?? 0,
  };
}

function hangUpOf(guard: RulesView['guard']) {
  if (!guard.guarded) return 'free';
  const { pendingSteps: steps, pendingMs, callerFirst } = guard;
  if (callerFirst && steps === 0 && pendingMs === 0) return 'caller-first';
  return { steps, seconds: Math.ceil(pendingMs / 1000), callerFirst };
}

/** The expected words that are missing, and the unwanted words that are present. */
function wordsOf(run: RunView | null, { says = [], saysNot = [], warns = [] }: PanelShows) {
  const text = run?.text ?? '';
  let from = 0;
  const missing = says.filter((word) => {
    const at = text.indexOf(word, from);
    if (at >= 0) from = at + word.length;
    return at < 0;
  });
  const prohibitions = run?.prohibitions ?? [];
  const warnings = warns.map((words, index) =>
    prohibitions[index]?.includes(words) === true ? words : (prohibitions[index] ?? ''),
  );
  return {
    missing: missing.length === 0 ? [] : [...missing, `in: ${text}`],
    unwanted: saysNot.filter((word) => text.includes(word)),
    warnings:
      warns.length === prohibitions.length ? warnings : warns.length === 0 ? ['any'] : [...prohibitions],
  };
}
