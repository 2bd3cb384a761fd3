import { type Signal, signal } from '@preact/signals';
import { i18n } from '#i18n';
import type { LineNoise } from '../../../browser/line-noise.ts';
import type { Call } from '../../../calls/call.ts';
import type { TrainingCaller } from '../../../practice/training/training-caller.ts';
import { TRAINING_CALLERS } from '../../../practice/training/training-callers.ts';
import { adherenceScore } from '../../../rules/adherence/adherence-score.ts';
import type { KeyMap } from '../../session/key-map.ts';
import type { PanelAction } from '../frame/panel-action.ts';
import { type OverlayChoice, PanelState } from '../frame/panel-state.ts';
import { NO_COUNTS } from '../frame/panel-tabs.ts';
import type { Overlay, PanelView, Stage } from '../frame/panel-view.ts';
import type { CallerVoice } from './caller-voice.ts';
import { captionText } from './caption-text.ts';
import { PracticeContact } from './practice-contact.ts';
import type { PracticePage } from './practice-stages.ts';
import type { PracticeBannerView, PracticeLevel, ScoredPractice } from './practice-view.ts';
import type { Caption } from './simulated-caller.ts';

export interface PracticeParts {
  readonly page: PracticePage;
  readonly keys: () => KeyMap;
  readonly pins: () => readonly string[] | null;
  readonly now: () => number;
  readonly voice: Pick<CallerVoice, 'say' | 'stop'>;
  /** Absent: a noisy line is shown alone. */
  readonly noise?: LineNoise;
  /** Which of several callers rings: 0…1. */
  readonly random: () => number;
}

/**
 * Practice in the panel: simulated callers, the real scripts, and a score after each call. All of
 * it is in the memory of this page, which no store, sync or figure reads.
 */
export class PracticeModel {
  readonly #parts: PracticeParts;
  readonly #state = new PanelState();
  readonly #contact: Signal<PracticeContact | null> = signal(null);
  readonly #last: Signal<ScoredPractice | null> = signal(null);
  /** The agent can practise without sound, beside others at work. */
  readonly #sound = signal(true);
  readonly #scores: Signal<readonly (number | null)[]> = signal([]);
  /** Reading it ties a rendering to the journal of the call. */
  readonly #version = signal(0);
  #calls = 0;

  constructor(parts: PracticeParts) {
    this.#parts = parts;
    this.#state.chosenPins.value = parts.pins();
  }

  /** Of the call that is up or in wrap-up. */
  get caller(): TrainingCaller | null {
    return this.#contact.value?.caller ?? null;
  }

  get scores(): readonly (number | null)[] {
    return this.#scores.value;
  }

  get last(): ScoredPractice | null {
    return this.#last.value;
  }

  /** What caller and rules do by themselves until now. */
  advance(): void {
    const training = this.#contact.value?.training;
    if (training === undefined) return;
    const before = training.entries.length;
    training.advance(this.#parts.now());
    const { call } = training;
    if (call.state === 'ended' && call.answeredAt === null) this.#finish();
    if (training.entries.length !== before) this.#version.value += 1;
    this.#speak();
  }

  /** Nobody hears the caller any more. */
  end(): void {
    this.#parts.voice.stop();
    this.#parts.noise?.play(false);
  }

  /** Not the caller of before, if there is another of this level. */
  ring(level: PracticeLevel): void {
    const callers = TRAINING_CALLERS.filter((one) => level === 'all' || one.level === level);
    const others = callers.filter(({ id }) => id !== this.#last.value?.caller);
    const caller = others[Math.min(others.length - 1, Math.floor(this.#parts.random() * others.length))];
    if (caller !== undefined) this.ringAs(caller);
  }

  ringAs(caller: TrainingCaller): void {
    const { page, now } = this.#parts;
    const state = this.#state;
    this.#calls += 1;
    state.tool.value = 'none';
    state.refusal.value = null;
    this.#contact.value = new PracticeContact({
      ...{ caller, page, state, now },
      id: `practice-${this.#calls}`,
    });
  }

  view(now: number): PanelView {
    const { keys, page } = this.#parts;
    this.#version.value;
    return {
      now,
      status: {
        phoneStatus: { status: 'ready', confirmedAt: now, proof: 'calls-arrive' },
        agentNumber: page.settings.agentNumber,
        sync: { state: 'local' },
        shift: null,
      },
      practice: this.#banner(now),
      stage: this.#contact.value?.stage(now) ?? this.#between(),
      beside: null,
      tab: { tab: 'call' },
      counts: NO_COUNTS,
      overlay: shownOverlay(this.#state.overlay.value),
      lost: null,
      packNotice: { kind: 'none' },
      newDevice: null,
      keys: keys(),
      noteFocus: this.#state.noteFocus.value,
      refusal: this.#state.refusal.value,
      dialRequest: null,
    };
  }

  act(action: PanelAction): void {
    this.advance();
    this.#version.value += 1;
    const contact = this.#contact.value;
    if (action.do === 'on-practice') {
      if (action.action.do === 'ring' && contact === null) this.ring(action.action.level);
      if (action.action.do === 'sound') this.#sound.value = action.action.on;
      this.#speak();
      return;
    }
    if (contact === null || !contact.act(action)) {
      this.#state.refusal.value = i18n.t('practice.notHere');
      return;
    }
    this.#speak();
    const { call } = contact.training;
    if (call.state === 'ended' && (call.answeredAt === null || action.do === 'finish-wrap-up'))
      this.#finish();
  }

  /** Nothing while the caller waits, and after the call. */
  #speak(): void {
    const { voice, noise, now } = this.#parts;
    const contact = this.#contact.value;
    const isAudible = contact !== null && this.#sound.value && isOnLine(contact.training.call);
    noise?.play(isAudible && contact.training.isNoisy);
    const caption = contact?.training.caption ?? null;
    if (contact === null || caption === null) return;
    if (!isAudible) voice.stop();
    // A voice may be slower than its caption: it is let finish.
    else if (now() < caption.until)
      voice.say(this.#captionText(contact, caption), caption.at, contact.caller);
  }

  #captionText({ caller }: PracticeContact, { says }: Caption): string {
    const { pack, language } = this.#parts.page;
    return captionText(says, caller, pack, language);
  }

  #banner(now: number): PracticeBannerView {
    const contact = this.#contact.value;
    const caption = contact?.training.caption ?? null;
    const sound = this.#sound.value;
    if (contact === null || caption === null) return { caption: '', speaking: false, sound };
    return { sound, caption: this.#captionText(contact, caption), speaking: now < caption.until };
  }

  #between(): Stage {
    const last = this.#last.value;
    const ids = last?.adherence.lines.flatMap(({ situation }) => situation ?? []) ?? [];
    const titles = Object.fromEntries(ids.map((id) => [id, this.#parts.page.titleOf(id)]));
    return { stage: 'practice', last, scores: this.#scores.value, titles };
  }

  /** The call is over: its score is shown. */
  #finish(): void {
    const scored = this.#contact.value?.score() ?? null;
    this.#contact.value = null;
    this.end();
    if (scored === null) return;
    this.#last.value = scored;
    this.#scores.value = [...this.#scores.value, adherenceScore(scored.adherence.lines).score];
  }
}

/** The agent hears the caller. */
function isOnLine(call: Call): boolean {
  return call.state === 'established' && call.hold.local === null;
}

/** Those of a call; the others are about real work. */
function shownOverlay(overlay: OverlayChoice): Overlay {
  if (overlay.kind === 'palette') return overlay;
  return overlay.kind === 'keys' ? { kind: 'keys' } : { kind: 'none' };
}
