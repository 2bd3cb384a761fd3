import type { HostLink } from '../../../browser/host-link.ts';
import { vaultWasMade } from '../../../browser/vault-memory.ts';
import type { VaultState } from '../../../storage/vault/vault.ts';
import type { PanelModel } from '../frame/panel-model.ts';
import type { PanelPage } from '../frame/panel-page.ts';
import type { HalfWritten } from '../orders/half-written.ts';

/** Who reads: with another agent, a lock or an unlock, everything that was read is forgotten and read anew. */
export async function followVault(
  { stores: { vault, notes } }: PanelPage,
  model: PanelModel,
  link: HostLink,
  written: HalfWritten,
): Promise<void> {
  const { journal, tabs } = model.parts;
  const readAnew = () => void link.reload().then(() => model.followNote());
  model.vault.value = vault.state;
  vault.subscribe((state) => {
    if (isOtherReader(model.vault.value, state)) {
      void tabs.models.records.forget().then(() => readAllWhenIdle(model));
    }
    if (agentOf(model.vault.value) !== agentOf(state)) written.forget();
    model.vault.value = state;
    // A list that lies open would go on showing what is locked.
    if (state.state === 'locked') model.overlay.value = { kind: 'none' };
    void vault.agents().then((agents) => {
      model.agents.value = agents;
    });
    journal.forget();
    model.grown.value += 1;
    readAnew();
  });
  notes.ports.changes.subscribe(({ kind }) => {
    if (kind === 'calls-deleted') readAnew();
  });
  model.vaultWasMade.value = await vaultWasMade();
  model.agents.value = await vault.agents();
}

/** Once everything is on screen: the first search then finds the notes read. */
export function readAllWhenIdle({ vault, parts: { tabs } }: PanelModel): void {
  if (vault.peek().state === 'unlocked') requestIdleCallback(() => tabs.models.records.list.warm());
}

function agentOf(state: VaultState): string | null {
  return state.state === 'not-set-up' ? null : state.agent;
}

/** Another agent, or the same one before or after an unlock. A passphrase that was changed changes nothing here. */
function isOtherReader(before: VaultState, after: VaultState): boolean {
  if (before.state === 'not-set-up' || after.state === 'not-set-up') return before.state !== after.state;
  return before.state !== after.state || before.agent !== after.agent;
}
