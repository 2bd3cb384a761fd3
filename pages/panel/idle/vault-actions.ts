import type { VaultUnlock } from '../../../storage/keys/agent-keys.ts';
import type { Vault } from '../../../storage/vault/vault.ts';
import { switchAgent } from '../../session/switch-agent.ts';
import type { PanelAction } from '../frame/panel-action.ts';
import type { PanelState } from '../frame/panel-state.ts';
import type { UnlockRefusal } from '../frame/panel-view.ts';

/** Who reads at this computer: locks, unlocks, and lets another agent sit down. */
export class VaultActions {
  readonly #model: Pick<PanelState, 'unlocking'>;
  readonly #vault: Vault;

  constructor(model: Pick<PanelState, 'unlocking'>, vault: Vault) {
    this.#model = model;
    this.#vault = vault;
  }

  /** True if the action was about who reads. */
  handle(action: PanelAction): boolean {
    switch (action.do) {
      case 'lock':
        void this.#vault.lock();
        return true;
      case 'unlock':
        void this.#unlock(action.secret);
        return true;
      case 'switch-agent':
        void this.#switch(action.agent);
        return true;
      default:
        return false;
    }
  }

  async #unlock(secret: string): Promise<void> {
    this.#model.unlocking.value = { busy: true, refusal: null };
    const result = await this.#vault.unlock(secret);
    this.#model.unlocking.value = {
      busy: false,
      refusal: result.ok ? null : unlockRefusal(result.reason),
    };
  }

  async #switch(agent: string): Promise<void> {
    this.#model.unlocking.value = { busy: true, refusal: null };
    try {
      await switchAgent(this.#vault, agent);
    } finally {
      this.#model.unlocking.value = { busy: false, refusal: null };
    }
  }
}

function unlockRefusal(reason: Extract<VaultUnlock, { ok: false }>['reason']): UnlockRefusal | null {
  switch (reason) {
    case 'wrong-passphrase':
      return 'wrong-passphrase';
    case 'mistyped-recovery-code':
      return 'wrong-recovery-code';
    case 'not-set-up':
      return null;
  }
}
