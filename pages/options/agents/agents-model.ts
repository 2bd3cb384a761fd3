import { type Signal, signal } from '@preact/signals';
import { TimeLimitError } from '../../../calls/timing/time-limit.ts';
import type { VaultUnlock } from '../../../storage/keys/agent-keys.ts';
import type { Stores } from '../../../storage/open-stores.ts';
import type { AgentsAction, AgentsAnswer, AgentsView } from '../../session/agents-view.ts';
import type { Handlers } from '../../session/dispatch.ts';
import type { OptionsBrowser } from '../frame/options-browser.ts';
import type { SettingsModel } from '../frame/settings-model.ts';

interface AgentsParts {
  readonly stores: Stores;
  readonly browser: OptionsBrowser;
  readonly settings: SettingsModel;
}

const NOTHING: AgentsAnswer = { state: 'nothing' };

const REFUSALS = {
  'wrong-passphrase': 'wrong-passphrase',
  'mistyped-recovery-code': 'mistyped-recovery-code',
  'passphrase-too-short': 'too-short',
  'not-set-up': 'wrong-passphrase',
} as const;

/** The agents of this computer. */
export class AgentsModel {
  readonly #parts: AgentsParts;
  readonly #agents: Signal<readonly { agent: string; label: string }[]> = signal([]);
  readonly #pending: Signal<ReadonlySet<string>> = signal(new Set());
  readonly #removed: Signal<AgentsView['removed']> = signal([]);
  readonly #answer: Signal<AgentsAnswer> = signal(NOTHING);
  readonly #newCode: Signal<string | null> = signal(null);
  readonly #teamLocked = signal(false);

  constructor(parts: AgentsParts) {
    this.#parts = parts;
  }

  readonly handlers: Handlers<AgentsAction> = {
    'switch-agent': async ({ agent }) => {
      const { stores, browser, settings } = this.#parts;
      this.#answer.value = NOTHING;
      if (await browser.switchAgent(stores.vault, agent)) await settings.loadOfAnotherAgent();
      await this.refresh();
    },
    'approve-agent': async ({ agent }) => {
      const approved = await this.#busy(this.#parts.stores.vault.approve(agent));
      this.#answer.value = approved.ok ? NOTHING : { state: 'refused', reason: 'no-team-key' };
      await this.refresh();
    },
    'remove-agent': async ({ agent }) => {
      const label = this.#agents.value.find((one) => one.agent === agent)?.label ?? '';
      const removed = await this.#busy(this.#parts.stores.vault.remove(agent));
      this.#answer.value = removed.ok
        ? { state: 'removed', label, unsent: removed.unsent }
        : { state: 'refused', reason: 'no-team-key' };
      await this.refresh();
    },
    'sign-out': () => this.#parts.stores.vault.lock(),
    unlock: async ({ secret }) => {
      this.#answerTo(await this.#busy(this.#parts.stores.vault.unlock(secret)), NOTHING);
    },
    'add-agent': ({ label, passphrase }) => this.#add(label, passphrase),
    'change-passphrase': async ({ current, next }) => {
      const result = await this.#busy(this.#parts.stores.vault.changePassphrase(current, next));
      this.#answerTo(result, { state: 'passphrase-changed' });
    },
    'renew-code': async ({ current }) => {
      const result = await this.#busy(this.#parts.stores.vault.renewRecoveryCode(current));
      if (result.ok) this.#newCode.value = result.recoveryCode;
      this.#answerTo(result, NOTHING);
    },
    'new-code-kept': () => {
      this.#newCode.value = null;
    },
    'print-code': () => this.#parts.browser.print(),
  };

  get view(): AgentsView {
    const current = this.#current;
    return {
      agents: this.#agents.value.map(({ agent, label }) => ({
        ...{ agent, label },
        current: agent === current,
      })),
      pending: this.#pending.value,
      removed: this.#removed.value,
      unlocked: this.#parts.stores.vault.state.state === 'unlocked',
      answer: this.#answer.value,
      newCode: this.#newCode.value,
      teamLocked: this.#teamLocked.value,
    };
  }

  /** After a sign-in, a sign-out or an unlock. */
  async refresh(): Promise<void> {
    const { vault, team } = this.#parts.stores;
    this.#agents.value = await vault.agents();
    this.#pending.value = await vault.pending();
    this.#removed.value = await vault.removed();
    this.#teamLocked.value = vault.state.state === 'unlocked' && (await team.load()).locked > 0;
  }

  async #add(label: string, passphrase: string): Promise<void> {
    const { stores, browser, settings } = this.#parts;
    const before = this.#current;
    const made = await this.#busy(stores.vault.setUp(passphrase, label));
    if (made.ok) {
      await browser.rememberVault();
      this.#newCode.value = made.recoveryCode;
      const now = this.#current;
      if (now !== null) {
        await browser.changePersonalSettings(before, now, { agentNumber: label });
        await settings.loadOfAnotherAgent();
      }
    }
    this.#answer.value = made.ok ? NOTHING : { state: 'refused', reason: 'too-short' };
    await this.refresh();
  }

  get #current(): string | null {
    const { state } = this.#parts.stores.vault;
    return state.state === 'not-set-up' ? null : state.agent;
  }

  async #busy<T>(work: Promise<T>): Promise<T> {
    this.#answer.value = { state: 'busy' };
    try {
      return await work;
    } catch (error) {
      const isLate = error instanceof TimeLimitError;
      this.#answer.value = isLate ? { state: 'refused', reason: 'timed-out' } : NOTHING;
      throw error;
    }
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
