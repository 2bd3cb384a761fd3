import { browser } from 'wxt/browser';
import { forgetDialRequest } from '../../../browser/dial-request-store.ts';
import type { HostLink } from '../../../browser/host-link.ts';
import type { AgentEvent } from '../../../calls/agent-event.ts';
import type { CallCommand, CommandResult } from '../../../calls/call-command.ts';
import { viewRules } from '../../../rules/call/view-rules.ts';
import { scriptMove } from '../../../rules/scripts/script-moves.ts';
import type { Vault } from '../../../storage/vault/vault.ts';
import type { LiveCall } from '../call/call-stage.ts';
import { Dialling } from '../dial/dialling.ts';
import { applyHelpAction } from '../help/help-actions.ts';
import { VaultActions } from '../idle/vault-actions.ts';
import { NoteActions } from '../note/note-actions.ts';
import { moveOf, type OnCall, scriptEvent } from '../script/script-event.ts';
import { TeamActions } from '../shift/team-actions.ts';
import { applyPackAction } from '../status/pack-actions.ts';
import { refusalText } from '../status/refusal-text.ts';
import { OverlayActions } from './overlay-actions.ts';
import type { Act, PanelAction } from './panel-action.ts';
import type { PanelModel } from './panel-model.ts';

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
    if (this.#overlays.handle(action) || model.parts.tabs.handle(action)) return;
    if (applyPackAction(action, model, now()) || applyHelpAction(action, model, now())) return;
    if (this.#vault.handle(action) || this.#team.handle(action)) return;
    if (this.#notes.handle(action, this.#callWithNote())) {
      this.#notifyScripts(action);
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
      case 'fix':
        return this.#fix(action.issue);
      case 'open-figures':
        await browser.tabs.create({ url: browser.runtime.getURL('/figures.html') });
        return;
      case 'open-lead':
        await browser.tabs.create({ url: browser.runtime.getURL('/lead.html') });
        return;
      case 'open-options':
        return browser.runtime.openOptionsPage();
      case 'finish-wrap-up':
        return this.#finishWrapUp();
      case 'accept-dial-request':
        return this.dialling.acceptRequest();
      case 'drop-dial-request':
        return forgetDialRequest();
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
  #notifyScripts(action: PanelAction): void {
    if (action.do === 'name-caller') {
      const { surname, title } = action;
      void this.#record({ type: 'caller-named', surname, title });
    }
    if (action.do === 'note-details' && action.patch.category !== undefined) {
      void this.#record({ type: 'category-chosen', category: action.patch.category });
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

  async #fix(issue: (PanelAction & { do: 'fix' })['issue']): Promise<void> {
    const { link } = this.#parts;
    const retried = ['server-unreachable', 'offline', 'registration-stale', 'host-missing', 'storage-failed'];
    if (retried.includes(issue)) link.notifySettingsChanged();
    else if (issue !== 'unlock') await browser.runtime.openOptionsPage();
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
