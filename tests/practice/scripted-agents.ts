import type { CallStage } from '../../pages/panel/call/call-view.ts';
import { keyAction } from '../../pages/panel/frame/key-action.ts';
import type { PanelAction } from '../../pages/panel/frame/panel-action.ts';
import type { PanelView } from '../../pages/panel/frame/panel-view.ts';
import type { WrapUpStage } from '../../pages/panel/note/wrap-up-view.ts';
import type { PracticeModel } from '../../pages/panel/practice/practice-model.ts';
import type { TrainingCaller } from '../../practice/training/training-caller.ts';
import type { RunView } from '../../rules/call/rules-view.ts';
import { isDetail } from '../../rules/follow-ups/asked-fields.ts';

/** An agent at the practice panel: null while there is nothing to press. */
export interface ScriptedAgent {
  press(view: PanelView, caller: TrainingCaller): PanelAction | null;
}

const STEP_MS = 1_000;

/** Plays one call, second by second; the score of the call. */
export function playCall(
  model: PracticeModel,
  clock: { now: number },
  caller: TrainingCaller,
  agent: ScriptedAgent,
): number | null {
  const calls = model.scores.length;
  model.ringAs(caller);
  for (let step = 0; step < 2_000 && model.scores.length === calls; step += 1) {
    clock.now += STEP_MS;
    model.advance();
    if (model.caller === null) break;
    const action = agent.press(model.view(clock.now), caller);
    if (action !== null) model.act(action);
  }
  if (model.scores.length === calls) throw new Error(`${caller.id} never ended`);
  clock.now += 10_000;
  return model.scores.at(-1) ?? null;
}

const REACTION_MS = 1_500;
/** Letters of unhurried Mandarin in a second. */
const LETTERS_A_SECOND = 4.5;

/** Does what the panel says first, and picks the script of what the caller says. */
export function followingAgent(): ScriptedAgent {
  let onScreen = '';
  let since = 0;
  const picked = new Set<string>();
  let callOnScreen = '';

  const inCall = (view: PanelView, stage: CallStage, caller: TrainingCaller): PanelAction | null => {
    const { call, rules } = stage;
    if (call.state === 'ringing') return view.now - call.startedAt < 4_000 ? null : command('answer', view);
    if (call.state !== 'established' || view.now - since < REACTION_MS) return null;
    if (view.practice?.speaking === true) return null;
    const { run } = rules;
    if (call.hold.local !== null)
      return view.now - call.hold.local < 20_000 ? null : { do: 'resume', call: call.id };
    const stays = rules.suggestions.find(({ situation }) => situation === 'caller-stays-on');
    if (stays !== undefined) return { do: 'accept-suggestion', situation: stays.situation };
    if (run !== null) return inScript(view, stage, run, caller);
    const { suggestion, note } = stage;
    // What nobody can miss on the line comes before what the panel offers.
    if (caller.needs[0] === 'abuse' && !picked.has('abuse') && view.practice?.caption !== '')
      return { do: 'pick-script', situation: 'abuse' };
    if (suggestion !== null) return command('accept', view);
    if (caller.opening !== null && view.practice?.caption === '') return null;
    if (caller.opening !== null && note.fields.text === '')
      return { do: 'write-note', patch: { text: '来电人说的事情' } };
    if (caller.category !== null && note.fields.category === null)
      return { do: 'write-note', patch: { category: caller.category } };
    // A line that is silent is no matter to pick a script for: the panel offers it.
    if (caller.opening === null) return null;
    const next = caller.needs.find((id) => !picked.has(id));
    if (next === undefined) return null;
    picked.add(next);
    return next === 'please-wait'
      ? { do: 'press-hold', call: call.id }
      : { do: 'pick-script', situation: next };
  };

  const inScript = (
    view: PanelView,
    { call, note }: CallStage,
    run: RunView,
    caller: TrainingCaller,
  ): PanelAction | null => {
    picked.add(run.situation.id);
    const { step } = run;
    if (run.wait?.state === 'running') return null;
    switch (step.kind) {
      case 'say':
        return view.now - since < (run.text.length / LETTERS_A_SECOND) * 1000 ? null : command('next', view);
      case 'branch': {
        const option = caller.answers[`${run.situation.id}/${step.id}`] ?? run.options[0]?.id ?? '';
        return view.now - since < 5_000 ? null : { do: 'choose-branch', option };
      }
      case 'do':
        switch (step.action) {
          case 'ask-name': {
            if (caller.name === null) return { do: 'skip-step' };
            const { surname, title } = caller.name;
            return view.now - since < 4_000 ? null : { do: 'write-note', patch: { surname, title } };
          }
          case 'hold':
          case 'hold-or-mute':
            return { do: 'press-hold', call: call.id };
          case 'mute':
            return { do: 'press-mute', call: call.id };
          case 'work-order':
            return command('order', view);
          case 'register-number':
            return registers(call.id);
          case 'hang-up':
            return command('end', view);
          case 'let-caller-hang-up':
            return null;
          case 'transfer':
          case 'call-supervisor':
            return { do: 'transfer', call: call.id, target: '8002' };
          case 'note':
            if (caller.name !== null && note.fields.surname === '')
              return { do: 'write-note', patch: { ...caller.name } };
            return view.now - since < 6_000 ? null : command('next', view);
          default:
            return view.now - since < 6_000 ? null : command('next', view);
        }
    }
  };

  return {
    press(view, caller) {
      const { stage } = view;
      if (stage.stage === 'wrap-up') return wrapUp(stage, view);
      if (stage.stage !== 'call') return null;
      if (stage.call.id !== callOnScreen) picked.clear();
      callOnScreen = stage.call.id;
      const { run, suggestions } = stage.rules;
      const screen = `${run?.situation.id} ${run?.step.id} ${run?.wait?.state} ${suggestions.map((s) => s.situation)}`;
      if (screen !== onScreen) since = view.now;
      onScreen = screen;
      return inCall(view, stage, caller);
    },
  };
}

function wrapUp({ call, asked, note, promises, followUp }: WrapUpStage, view: PanelView): PanelAction | null {
  const { fields } = note;
  const details = Object.fromEntries(asked.filter(isDetail).map((field) => [field, '已记']));
  const isFilled = asked.filter(isDetail).every((field) => fields.details[field] !== undefined);
  if (!isFilled) return { do: 'write-note', patch: { details } };
  if (fields.text === '') return { do: 'write-note', patch: { text: '没有说话' } };
  if (fields.satisfied === null) return { do: 'write-note', patch: { satisfied: true, settled: true } };
  const open = promises.find(({ done }) => !done);
  if (open?.by === 'work-order') return { do: 'on-orders', action: { do: 'start' } };
  if (open?.by === 'call-back') {
    const plan = { ...followUp.draft, dueAt: view.now + 3_600_000, agreed: true, vip: false };
    return { do: 'on-call-backs', action: { do: 'plan', plan } };
  }
  if (followUp.register.wanted && followUp.register.registered === null) return registers(call.id);
  return command('next', view);
}

function registers(call: string): PanelAction {
  return { do: 'on-harassment', action: { do: 'register', call, kind: 'indecent', remarks: '' } };
}

function command(
  name: Extract<Parameters<typeof keyAction>[0], { kind: 'command' }>['command'],
  view: PanelView,
) {
  return keyAction({ kind: 'command', command: name }, view);
}

/** Lets it ring, reads no script, holds without a word, hangs up and writes nothing down. */
export function ignoringAgent(): ScriptedAgent {
  let held = '';
  return {
    press({ stage, now }) {
      if (stage.stage === 'wrap-up') return { do: 'finish-wrap-up' };
      if (stage.stage !== 'call') return null;
      const { call } = stage;
      if (call.state === 'ringing')
        return now - call.startedAt < 21_000 ? null : { do: 'answer', call: call.id };
      if (call.state !== 'established') return null;
      const talkMs = now - call.answeredAt;
      if (call.hold.local !== null)
        return now - call.hold.local < 80_000 ? null : { do: 'resume', call: call.id };
      if (talkMs > 25_000 && held !== call.id) {
        // The first press asks for consent; the second one follows at once.
        if (!stage.rules.askBeforeWait.hold) held = call.id;
        return { do: 'press-hold', call: call.id };
      }
      return held === call.id && talkMs > 130_000 ? { do: 'hang-up', call: call.id, forced: true } : null;
    },
  };
}
