import { changePersonalSettings } from '../../browser/personal-settings.ts';
import type { Vault } from '../../storage/vault/vault.ts';

/** Another agent of this computer sits down: their keys, locked until they unlock, and their own settings. False: there is no such agent. */
export async function switchAgent(vault: Vault, agent: string): Promise<boolean> {
  const before = vault.state.state === 'not-set-up' ? null : vault.state.agent;
  if (before === agent) return true;
  const label = (await vault.agents()).find((one) => one.agent === agent)?.label ?? '';
  if (!(await vault.signInAs(agent)).ok) return false;
  await changePersonalSettings(before, agent, { agentNumber: label });
  return true;
}
