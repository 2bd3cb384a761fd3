import { signal } from '@preact/signals';
import type { AgentEvent } from '../../../calls/agent-event.ts';
import type { CallCommand, CommandResult } from '../../../calls/call-command.ts';
import type { WaitKind } from '../../../calls/vocabulary/wait-kind.ts';
import type { NoteFields } from '../../../contract/note/note.ts';
import type { StepAction } from '../../../contract/pack/step.ts';
import type { TrainingCaller } from '../../../practice/training/training-caller.ts';
import { scoreCall } from '../../../rules/adherence/score-call.ts';
import { pressWait } from '../../../rules/call/press-wait.ts';
import type { RulesContext } from '../../../rules/call/rules-context.ts';
import type { RulesView } from '../../../rules/call/rules-view.ts';
import { viewRules } from '../../../rules/call/view-rules.ts';
import { onePack } from '../../../rules/scripts/pack-source.ts';
import { pinsFor } from '../../../rules/search/pinned-scripts.ts';
import { fewWords } from '../../../rules/spoken/few-words.ts';
import type { CallLeaves } from '../../../rules/work-orders/promises-of-call.ts';
import { dispatch, handles } from '../../session/dispatch.ts';
import { overlayHandlers } from '../frame/overlay-handlers.ts';
import type { PanelAction } from '../frame/panel-action.ts';
import { PanelJournal } from '../frame/panel-journal.ts';
import type { PanelState } from '../frame/panel-state.ts';
import type { Stage } from '../frame/panel-view.ts';
import { scriptFacts } from '../note/script-facts.ts';
import { type OnCall, scriptHandlers } from '../script/script-handlers.ts';
import { refusalText } from '../status/refusal-text.ts';
import {
  NOTHING_WRITTEN,
  type PracticeNotes,
  type PracticePage,
  practiceCallStage,
  practiceWrapUp,
  withKnownName,
} from './practice-stages.ts';
import type { ScoredPractice } from './practice-view.ts';
import { TrainingCall } from './training-call.ts';

interface ContactParts {
  readonly id: string;
  readonly caller: TrainingCaller;
  readonly page: PracticePage;
  readonly state: PanelState;
  readonly now: () => number;
}

/** One practice call with its note, from the ring to the end of the wrap-up. */
export class PracticeContact {
  readonly training: TrainingCall;
  readonly #parts: ContactParts;
  readonly #journal: PanelJournal;
  readonly #written = signal(NOTHING_WRITTEN);

  constructor(parts: ContactParts) {
    this.#parts = parts;
    const { id, caller, page, now } = parts;
    const { pack } = page;
    const context = () => this.#context();
    const journal = new PanelJournal(onePack(pack), context);
    this.#journal = journal;
    const onEntry = (entry: Parameters<PanelJournal['append']>[0][number]) => journal.append([entry]);
    this.training = new TrainingCall({ ...{ id, caller, pack, context, onEntry }, startsAt: now() });
  }

  get caller(): TrainingCaller {
    return this.#parts.caller;
  }

  stage(now: number): Stage {
    const { page, state } = this.#parts;
    const contact = {
      ...{ page, now, journal: this.#journal, written: this.#written.value },
      ...{ tool: state.tool.value, turnedTo: state.turnedTo.value },
    };
    const { call } = this.training;
    return call.state === 'ended'
      ? practiceWrapUp(contact, call)
      : practiceCallStage(contact, call, this.#rules(now));
  }

  /** False for what belongs to real work. */
  act(action: PanelAction): boolean {
    const { page, state, now } = this.#parts;
    const scripts = this.#scripts();
    if (handles(scripts, action)) {
      dispatch(scripts, action.do, action);
      return true;
    }
    const browser = { savePins: () => {} };
    const rules = () => this.#rules(now());
    const overlays = overlayHandlers({ state, page, journal: this.#journal, rules, browser, now });
    if (action.do === 'overlay' && !['none', 'keys', 'palette'].includes(action.open)) return false;
    if (handles(overlays, action)) {
      void dispatch(overlays, action.do, action);
      return true;
    }
    return this.#carryOut(action);
  }

  /** Null while the call is up. */
  score(): ScoredPractice | null {
    const { page, caller, now } = this.#parts;
    const { call, entries: journal } = this.training;
    if (call.state !== 'ended') return null;
    const { fields, recorded } = this.#written.value;
    const note = withKnownName(fields, this.#journal.marksOf(call.id));
    const known = new Set(page.pack.situations.map(({ id }) => id));
    const adherence = scoreCall(
      {
        ...{ journal, call: call.id, pack: page.pack, context: this.#context() },
        after: { note, isRecorded: ({ what }) => recorded.has(what) },
        expected: caller.needs.filter((id) => known.has(id)),
      },
      now(),
    );
    return adherence === null
      ? null
      : { caller: caller.id, end: call.end, adherence, startedAt: call.startedAt };
  }

  #carryOut(action: PanelAction): boolean {
    const { state } = this.#parts;
    switch (action.do) {
      case 'answer':
      case 'resume':
        return this.#send({ type: action.do, call: action.call });
      case 'reject':
        return this.#send({ type: 'reject', call: action.call, sipStatus: 486 });
      case 'transfer':
        state.tool.value = 'none';
        return this.#send({ type: 'transfer-blind', call: action.call, target: action.target });
      case 'hang-up':
        return action.forced
          ? this.#show(this.training.forceHangUp(this.#parts.now()))
          : this.#send({ type: 'hang-up', call: action.call });
      case 'press-hold':
        return this.#pressWait('hold');
      case 'press-mute':
        return this.#pressWait('mute');
      case 'focus-note':
        state.noteFocus.value += 1;
        return true;
      case 'write-note':
        return this.#write(action.patch);
      case 'on-orders':
        return ['start', 'open'].includes(action.action.do) && this.#recorded('work-order', 'work-order');
      case 'on-call-backs':
        return action.action.do === 'plan' && this.#recorded('call-back', 'call-back');
      case 'on-harassment':
        if (action.action.do !== 'register') return false;
        this.#change({ registered: action.action.kind });
        return this.#recorded('warning', 'register-number');
      case 'finish-wrap-up':
        return this.#record({ type: 'wrap-up-finished' });
      default:
        return false;
    }
  }

  #scripts() {
    const { page, state, now } = this.#parts;
    return scriptHandlers({
      run: () => this.#rules(now()).run,
      pins: () => pinsFor(state.chosenPins.value, page.pack),
      record: (event) => this.#record(event),
      now,
      onPicked: () => {
        state.overlay.value = { kind: 'none' };
      },
      onTurnedTo: (situation) => {
        state.turnedTo.value = situation;
      },
    });
  }

  #rules(now: number): RulesView {
    const { pack } = this.#parts.page;
    return viewRules(this.#journal.rules, pack, this.#context(), now, this.training.call.id);
  }

  #context(): RulesContext {
    const matter = fewWords(this.#written.value.fields.text);
    return { ...this.#parts.page.context(), values: { matter } };
  }

  #send(command: CallCommand): boolean {
    return this.#show(this.training.command(command, this.#parts.now()));
  }

  #record(event: OnCall<AgentEvent>): boolean {
    const { call } = this.training;
    return this.#show(this.training.record({ ...event, call: call.id, at: this.#parts.now() }));
  }

  #show(result: CommandResult): boolean {
    this.#parts.state.refusal.value = result.ok ? null : refusalText(result.reason);
    return true;
  }

  #pressWait(of: WaitKind): boolean {
    const at = this.#parts.now();
    const pressed = pressWait(of, this.training.call, this.#rules(at).askBeforeWait[of], at);
    return this.#show(
      pressed.does === 'command'
        ? this.training.command(pressed.command, at)
        : this.training.record(pressed.event),
    );
  }

  #write(patch: Partial<NoteFields>): boolean {
    this.#change({ fields: { ...this.#written.value.fields, ...patch } });
    for (const event of scriptFacts(patch)) this.#record(event);
    return true;
  }

  #recorded(what: CallLeaves['what'], step: StepAction): boolean {
    const { state, now } = this.#parts;
    this.#change({ recorded: new Set([...this.#written.value.recorded, what]) });
    state.tool.value = 'none';
    const shown = this.#rules(now()).run?.step;
    if (shown?.kind === 'do' && shown.action === step) this.#scripts()['next-step']({ do: 'next-step' });
    return true;
  }

  #change(patch: Partial<PracticeNotes>): void {
    this.#written.value = { ...this.#written.value, ...patch };
  }
}
