import { TimeLimitError } from '../../../calls/timing/time-limit.ts';
import type { VaultUnlock } from '../../../storage/keys/agent-keys.ts';
import type { Vault } from '../../../storage/vault/vault.ts';
import type { Handlers } from '../../session/dispatch.ts';
import { switchAgent } from '../../session/switch-agent.ts';
import type { PanelState } from '../frame/panel-state.ts';
import type { UnlockRefusal } from '../frame/panel-view.ts';

export type VaultAction =
  | { readonly do: 'lock' }
  | { readonly do: 'unlock'; readonly with: 'passphrase' | 'recovery-code'; readonly secret: string }
  /** To another agent of this computer. */
  | { readonly do: 'switch-agent'; readonly agent: string };

interface VaultParts {
  readonly vault: Vault;
  readonly state: Pick<PanelState, 'unlocking'>;
}

/** Locks and unlocks the notes, and changes the agent whose notes they are. */
export function vaultHandlers({ vault, state: { unlocking } }: VaultParts): Handlers<VaultAction> {
  return {
    lock: () => vault.lock(),
    unlock: async ({ secret }) => {
      unlocking.value = { busy: true, refusal: null };
      try {
        const result = await vault.unlock(secret);
        unlocking.value = { busy: false, refusal: result.ok ? null : unlockRefusal(result.reason) };
      } catch (error) {
        unlocking.value = { busy: false, refusal: error instanceof TimeLimitError ? 'timed-out' : null };
        if (!(error instanceof TimeLimitError)) throw error;
      }
    },
    'switch-agent': async ({ agent }) => {
      unlocking.value = { busy: true, refusal: null };
      let refusal: UnlockRefusal | null = null;
      try {
        await switchAgent(vault, agent);
      } catch (error) {
        if (!(error instanceof TimeLimitError)) throw error;
        refusal = 'timed-out';
      } finally {
        unlocking.value = { busy: false, refusal };
      }
    },
  };
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
