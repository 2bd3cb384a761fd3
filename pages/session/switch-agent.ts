import { changePersonalSettings, forgetPersonalSettings } from '../../browser/personal-settings.ts';
import type { Vault } from '../../storage/vault/vault.ts';

/** Changes to another agent: their keys (locked) and settings. False if there is no such agent. */
export async function switchAgent(vault: Vault, agent: string): Promise<boolean> {
  const before = vault.state.state === 'not-set-up' ? null : vault.state.agent;
  if (before === agent) return true;
  const label = (await vault.agents()).find((one) => one.agent === agent)?.label ?? '';
  if (!(await vault.signInAs(agent)).ok) return false;
  await changePersonalSettings(before, agent, { agentNumber: label });
  const known = [...(await vault.agents()), ...(await vault.removed())];
  await forgetPersonalSettings(known.map((one) => one.agent));
  return true;
}
