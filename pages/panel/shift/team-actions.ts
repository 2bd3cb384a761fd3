import { saveFile } from '../../../browser/save-file.ts';
import { viewRules } from '../../../rules/call/view-rules.ts';
import type { Vault } from '../../../storage/vault/vault.ts';
import type { PanelAction } from '../frame/panel-action.ts';
import type { PanelModel } from '../frame/panel-model.ts';
import { applyHarassmentAction } from '../harassment/harassment-actions.ts';
import type { ShiftAction } from './shift-view.ts';

interface TeamActionParts {
  readonly model: PanelModel;
  readonly vault: Vault;
  readonly now: () => number;
  /** Further presses that one of these stands for. */
  readonly act: (action: PanelAction) => void;
}

/** The shift and the harassment register: what an agent adds to the team's ledger beside the tabs. */
export class TeamActions {
  readonly #parts: TeamActionParts;

  constructor(parts: TeamActionParts) {
    this.#parts = parts;
  }

  /** True if the action was about one of them. */
  handle(action: PanelAction): boolean {
    switch (action.do) {
      case 'on-shift':
        void this.#onShift(action.action);
        return true;
      case 'on-harassment': {
        const { team, journal, notes } = this.#parts.model.parts;
        const parts = {
          ...{ team, journal, notes: notes.store, save: saveFile },
          noteOf: (call: string) => notes.noteOf(call)?.id ?? null,
          registered: () => this.#registered(),
        };
        void applyHarassmentAction(parts, action.action);
        return true;
      }
      default:
        return false;
    }
  }

  async #onShift(action: ShiftAction): Promise<void> {
    const { model, vault, act } = this.#parts;
    const { team } = model.parts;
    switch (action.do) {
      case 'be':
        await team.be(action.readiness);
        break;
      case 'start-break':
        await team.be({ state: 'break', reason: action.reason });
        act({ do: 'finish-wrap-up' });
        break;
      case 'sign-out':
        await team.be({ state: 'offline' });
        await vault.lock();
        break;
    }
    model.overlay.value = { kind: 'none' };
  }

  /** The tool goes away, and a script that asked for it goes on. */
  #registered(): void {
    const { model, now, act } = this.#parts;
    const { journal, pack, context } = model.parts;
    model.tool.value = 'none';
    const { run } = viewRules(journal.rules, pack, context(), now());
    if (run?.step.kind === 'do' && run.step.action === 'register-number') act({ do: 'next-step' });
  }
}
