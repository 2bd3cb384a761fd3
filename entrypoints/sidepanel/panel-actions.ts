import { browser } from 'wxt/browser';
import type { AgentEvent } from '../../calls/agent-event.ts';
import type { CallCommand, CommandResult } from '../../calls/call-command.ts';
import type { Act, PanelAction } from '../../components/panel-action.ts';
import { refusalText } from '../../components/refusal-text.ts';
import type { Vault } from '../../notes/vault.ts';
import { scriptMove } from '../../rules/script-moves.ts';
import { viewRules } from '../../rules/view-rules.ts';
import { forgetDialWish } from '../wiring/dial-wish-store.ts';
import type { HostLink } from '../wiring/host-link.ts';
import type { LiveCall } from './call-stage.ts';
import { Dialling } from './dialling.ts';
import { takeFloorAction } from './floor-actions.ts';
import { NoteActions } from './note-actions.ts';
import { OverlayActions } from './overlay-actions.ts';
import { takePackAction } from './pack-actions.ts';
import type { PanelModel } from './panel-model.ts';
import { moveOf, type OnCall, scriptEvent } from './script-event.ts';
import { TeamActions } from './team-actions.ts';
import { VaultActions } from './vault-actions.ts';

interface ActionParts {
  readonly model: PanelModel;
  readonly link: HostLink;
  readonly vault: Vault;
  readonly now: () => number;
}

/** Turns what the agent does in the panel into a command, a journal event or a write. */
export class PanelActions {
  readonly #parts: ActionParts;
  readonly #notes: NoteActions;
  readonly #overlays: OverlayActions;
  readonly #team: TeamActions;
  readonly #vault: VaultActions;
  readonly dialling: Dialling;

  constructor(parts: ActionParts) {
    this.#parts = parts;
    this.#notes = new NoteActions(parts.model.parts.notes);
    this.#overlays = new OverlayActions(parts.model, parts.now);
    const { model, vault, now } = parts;
    const act = (action: PanelAction) => this.act(action);
    this.#vault = new VaultActions(model, vault);
    this.#team = new TeamActions({ model, vault, now, act });
    this.dialling = new Dialling({ model, now, act, command: (command) => this.#command(command) });
  }

  readonly act: Act = (action) => {
    const { model, now } = this.#parts;
    if (this.#overlays.take(action) || model.parts.tabs.take(action)) return;
    if (takePackAction(action, model, now()) || takeFloorAction(action, model, now())) return;
    if (this.#vault.take(action) || this.#team.take(action)) return;
    if (this.#notes.take(action, this.#callWithNote())) {
      this.#tellScripts(action);
      return;
    }
    void this.#do(action);
  };

  async #do(action: PanelAction): Promise<unknown> {
    const { link } = this.#parts;
    switch (action.do) {
      case 'answer':
      case 'resume':
      case 'unmute':
        return this.#command({ type: action.do, call: action.call });
      case 'reject':
        return this.#command({ type: 'reject', call: action.call, sipStatus: 486 });
      case 'hold':
      case 'mute':
        return this.#letWait(action.do, action.call);
      case 'hang-up':
        return this.#show(
          await (action.forced
            ? link.forceHangUp(action.call)
            : link.command({ type: 'hang-up', call: action.call })),
        );
      case 'send-tones':
        return this.#command({ type: 'send-dtmf', call: action.call, tones: action.tones });
      case 'transfer':
        return this.#command({ type: 'transfer-blind', call: action.call, target: action.target });
      case 'join':
        return this.#command({ type: 'transfer-attended', call: action.call, other: action.other });
      case 'dial':
        return this.dialling.dial(action.target);
      case 'mend':
        return this.#mend(action.mend);
      case 'open-figures':
        await browser.tabs.create({ url: browser.runtime.getURL('/figures.html') });
        return;
      case 'open-desk':
        await browser.tabs.create({ url: browser.runtime.getURL('/desk.html') });
        return;
      case 'open-options':
        return browser.runtime.openOptionsPage();
      case 'finish-wrap-up':
        return this.#finishWrapUp();
      case 'take-dial-wish':
        return this.dialling.takeWish();
      case 'drop-dial-wish':
        return forgetDialWish();
      case 'dismiss-lost':
        return this.#finish(this.#parts.model.parts.journal.lost?.id);
      default:
        return this.#onScript(action);
    }
  }

  async #onScript(action: PanelAction): Promise<void> {
    const picked = scriptEvent(action, this.#parts.model.pins);
    if (picked !== null) await this.#record(picked);
    const { run } = this.#rules();
    const move = moveOf(action);
    const event = run === null || move === null ? null : scriptMove(run, move, this.#parts.now());
    if (event !== null) this.#show(await this.#parts.link.record(event));
  }

  /** The caller is asked first: one press offers the asking script, the next one lets wait. */
  async #letWait(of: 'hold' | 'mute', call: string): Promise<unknown> {
    const rules = this.#rules();
    if (rules.call === call && rules.askBeforeWait[of]) return this.#record({ type: 'wait-asked', of });
    return this.#command({ type: of, call });
  }

  /** What of a note the scripts must know; never its text. */
  #tellScripts(action: PanelAction): void {
    if (action.do === 'name-caller') {
      const { surname, title } = action;
      void this.#record({ type: 'caller-named', surname, title });
    }
    if (action.do === 'note-details' && action.patch.family !== undefined) {
      void this.#record({ type: 'family-chosen', family: action.patch.family });
    }
  }

  async #finishWrapUp(): Promise<void> {
    const { model } = this.#parts;
    const reopened = model.reopened.value;
    model.reopened.value = null;
    if (reopened === null) await this.#finish(model.parts.journal.wrappingUp?.id);
  }

  async #finish(call: string | undefined): Promise<void> {
    if (call === undefined) return;
    const { link, now } = this.#parts;
    this.#show(await link.record({ type: 'wrap-up-finished', call, at: now() }));
  }

  async #mend(mend: (PanelAction & { do: 'mend' })['mend']): Promise<void> {
    const { link } = this.#parts;
    const retried = ['server-unreachable', 'offline', 'registration-stale', 'host-missing', 'storage-failed'];
    if (retried.includes(mend)) link.tellSettingsChanged();
    else if (mend !== 'unlock') await browser.runtime.openOptionsPage();
  }

  #rules() {
    const { journal, pack, context } = this.#parts.model.parts;
    return viewRules(journal.rules, pack, context(), this.#parts.now());
  }

  #callWithNote(): string | undefined {
    return this.#parts.model.callWithNote?.id;
  }

  async #record(event: OnCall<AgentEvent>): Promise<void> {
    const call: LiveCall | undefined = this.#parts.model.parts.journal.onScreen;
    const id = call?.id ?? this.#callWithNote();
    if (id === undefined) return;
    this.#show(await this.#parts.link.record({ ...event, call: id, at: this.#parts.now() }));
  }

  async #command(command: CallCommand): Promise<CommandResult> {
    const result = await this.#parts.link.command(command);
    this.#show(result);
    if (command.type === 'transfer-blind' || command.type === 'dial') this.#parts.model.tool.value = 'none';
    return result;
  }

  /** A refusal says why, in the place of the call; the next press that goes through takes it away. */
  #show(result: CommandResult): void {
    this.#parts.model.refusal.value = result.ok ? null : refusalText(result.reason);
  }
}
