import { type Signal, signal } from '@preact/signals';
import { changePersonalSettings } from '../../../browser/personal-settings.ts';
import { rememberVault } from '../../../browser/vault-memory.ts';
import type { VaultUnlock } from '../../../storage/keys/agent-keys.ts';
import type { Stores } from '../../../storage/open-stores.ts';
import type { AgentsAction, AgentsAnswer, AgentsView } from '../../session/agents-view.ts';
import { switchAgent } from '../../session/switch-agent.ts';

const NOTHING: AgentsAnswer = { state: 'nothing' };

/** The agents of this computer, as the options page shows and changes them. */
export class AgentsModel {
  readonly #stores: Stores;
  readonly #othersSettings: () => Promise<void>;
  readonly #agents: Signal<readonly { agent: string; label: string }[]> = signal([]);
  readonly #answer: Signal<AgentsAnswer> = signal(NOTHING);
  readonly #newCode: Signal<string | null> = signal(null);
  readonly #teamLocked = signal(false);

  /** `othersSettings` is told when the settings of another agent have come. */
  constructor(stores: Stores, othersSettings: () => Promise<void>) {
    this.#stores = stores;
    this.#othersSettings = othersSettings;
  }

  get view(): AgentsView {
    const state = this.#stores.vault.state;
    const current = state.state === 'not-set-up' ? null : state.agent;
    return {
      agents: this.#agents.value.map(({ agent, label }) => ({ agent, label, current: agent === current })),
      unlocked: state.state === 'unlocked',
      answer: this.#answer.value,
      newCode: this.#newCode.value,
      teamLocked: this.#teamLocked.value,
    };
  }

  /** Anew after every change of who is here. */
  async refresh(): Promise<void> {
    const { vault, team } = this.#stores;
    this.#agents.value = await vault.agents();
    this.#teamLocked.value = vault.state.state === 'unlocked' && (await team.load()).locked > 0;
  }

  async act(action: AgentsAction): Promise<void> {
    const { vault } = this.#stores;
    switch (action.do) {
      case 'switch-agent':
        return this.#switch(action.agent);
      case 'sign-out':
        return vault.lock();
      case 'unlock':
        return this.#answerTo(await this.#busy(vault.unlock(action.secret)), NOTHING);
      case 'add-agent':
        return this.#add(action.label, action.passphrase);
      case 'change-passphrase': {
        const result = await this.#busy(vault.changePassphrase(action.current, action.next));
        return this.#answerTo(result, { state: 'passphrase-changed' });
      }
      case 'renew-code': {
        const result = await this.#busy(vault.renewRecoveryCode(action.current));
        if (result.ok) this.#newCode.value = result.recoveryCode;
        return this.#answerTo(result, NOTHING);
      }
      case 'new-code-kept':
        this.#newCode.value = null;
        return;
      case 'print-code':
        return print();
    }
  }

  async #switch(agent: string): Promise<void> {
    this.#answer.value = NOTHING;
    if (await switchAgent(this.#stores.vault, agent)) await this.#othersSettings();
    await this.refresh();
  }

  async #add(label: string, passphrase: string): Promise<void> {
    const before = this.#current;
    const made = await this.#busy(this.#stores.vault.setUp(passphrase, label));
    if (made.ok) {
      await rememberVault();
      this.#newCode.value = made.recoveryCode;
      await this.#bringSettings(before, label);
    }
    this.#answer.value = made.ok ? NOTHING : { state: 'refused', reason: 'too-short' };
    await this.refresh();
  }

  async #bringSettings(before: string | null, agentNumber: string): Promise<void> {
    const now = this.#current;
    if (now === null) return;
    await changePersonalSettings(before, now, { agentNumber });
    await this.#othersSettings();
  }

  get #current(): string | null {
    const { state } = this.#stores.vault;
    return state.state === 'not-set-up' ? null : state.agent;
  }

  async #busy<T>(work: Promise<T>): Promise<T> {
    this.#answer.value = { state: 'busy' };
    return await work;
  }

  #answerTo(
    result:
      | { readonly ok: true }
      | Extract<VaultUnlock, { ok: false }>
      | { ok: false; reason: 'passphrase-too-short' },
    done: AgentsAnswer,
  ): void {
    this.#answer.value = result.ok ? done : { state: 'refused', reason: REFUSALS[result.reason] };
  }
}

const REFUSALS = {
  'wrong-passphrase': 'wrong-passphrase',
  'mistyped-recovery-code': 'mistyped-recovery-code',
  'passphrase-too-short': 'too-short',
  'not-set-up': 'wrong-passphrase',
} as const;
