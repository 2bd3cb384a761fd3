import { vaultWasMade } from '../../../browser/vault-memory.ts';
import type { Stores } from '../../../storage/open-stores.ts';
import type { VaultState } from '../../../storage/vault/vault.ts';
import type { TabModels } from '../frame/compose-tab-models.ts';
import type { LoadedLater } from '../frame/loaded-later.ts';
import type { PanelJournal } from '../frame/panel-journal.ts';
import type { PanelState } from '../frame/panel-state.ts';
import type { OpenContact } from '../note/open-contact.ts';
import type { HalfWritten } from '../orders/half-written.ts';

interface VaultFollower {
  readonly stores: Pick<Stores, 'vault' | 'notes'>;
  readonly state: PanelState;
  readonly journal: Pick<PanelJournal, 'forget'>;
  readonly contact: Pick<OpenContact, 'follow'>;
  readonly tabModels: Pick<LoadedLater<never, Pick<TabModels, 'records'>>, 'value'>;
  readonly written: Pick<HalfWritten, 'forget'>;
  readonly link: { reload(): Promise<void> };
}

/** With another agent, a lock or an unlock: forgets all that was read and reads it again. */
export async function followVault(parts: VaultFollower): Promise<void> {
  const { stores, state, journal, contact, tabModels, written, link } = parts;
  const { vault, notes } = stores;
  const readAgain = () => void link.reload().then(() => contact.follow());
  state.vault.value = vault.state;
  vault.subscribe((changed) => {
    if (isOtherReader(state.vault.value, changed)) {
      // What is not loaded yet has read nothing.
      const records = tabModels.value?.records;
      if (records !== undefined) void records.forget().then(() => readNotesWhenIdle(state, tabModels));
    }
    if (agentOf(state.vault.value) !== agentOf(changed)) written.forget();
    state.vault.value = changed;
    // An open list would still show what is locked now.
    if (changed.state === 'locked') state.overlay.value = { kind: 'none' };
    void vault.agents().then((agents) => {
      state.agents.value = agents;
    });
    journal.forget();
    state.journalVersion.value += 1;
    readAgain();
  });
  notes.ports.changes.subscribe(({ kind }) => {
    if (kind === 'calls-deleted') readAgain();
  });
  state.vaultWasMade.value = await vaultWasMade();
  state.agents.value = await vault.agents();
}

/** Then the first search finds all notes read. */
export function readNotesWhenIdle(
  { vault }: Pick<PanelState, 'vault'>,
  models: Pick<LoadedLater<never, Pick<TabModels, 'records'>>, 'value'>,
): void {
  if (vault.peek().state === 'unlocked') requestIdleCallback(() => models.value?.records.list.warm());
}

function agentOf(state: VaultState): string | null {
  return state.state === 'not-set-up' ? null : state.agent;
}

/** Another agent, or the same one before or after an unlock. A changed passphrase is no change. */
function isOtherReader(before: VaultState, after: VaultState): boolean {
  if (before.state === 'not-set-up' || after.state === 'not-set-up') return before.state !== after.state;
  return before.state !== after.state || before.agent !== after.agent;
}
