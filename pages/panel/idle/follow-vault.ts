import { vaultWasMade } from '../../../browser/vault-memory.ts';
import type { Stores } from '../../../storage/open-stores.ts';
import type { VaultState } from '../../../storage/vault/vault.ts';
import type { PanelJournal } from '../frame/panel-journal.ts';
import type { PanelState } from '../frame/panel-state.ts';
import type { OpenContact } from '../note/open-contact.ts';
import type { HalfWritten } from '../orders/half-written.ts';
import type { RecordsTabModel } from '../records/records-tab-model.ts';

interface VaultFollower {
  readonly stores: Pick<Stores, 'vault' | 'notes'>;
  readonly state: PanelState;
  readonly journal: Pick<PanelJournal, 'forget'>;
  readonly contact: Pick<OpenContact, 'follow'>;
  readonly records: RecordsTabModel;
  readonly written: Pick<HalfWritten, 'forget'>;
  readonly link: { reload(): Promise<void> };
}

/** With another agent, a lock or an unlock: forgets all that was read and reads it again. */
export async function followVault(parts: VaultFollower): Promise<void> {
  const { stores, state, journal, contact, records, written, link } = parts;
  const { vault, notes } = stores;
  const readAgain = () => void link.reload().then(() => contact.follow());
  state.vault.value = vault.state;
  vault.subscribe((changed) => {
    if (isOtherReader(state.vault.value, changed)) {
      void records.forget().then(() => readNotesWhenIdle(state, records));
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
export function readNotesWhenIdle({ vault }: Pick<PanelState, 'vault'>, records: RecordsTabModel): void {
  if (vault.peek().state === 'unlocked') requestIdleCallback(() => records.list.warm());
}

function agentOf(state: VaultState): string | null {
  return state.state === 'not-set-up' ? null : state.agent;
}

/** Another agent, or the same one before or after an unlock. A changed passphrase is no change. */
function isOtherReader(before: VaultState, after: VaultState): boolean {
  if (before.state === 'not-set-up' || after.state === 'not-set-up') return before.state !== after.state;
  return before.state !== after.state || before.agent !== after.agent;
}
