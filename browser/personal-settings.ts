import * as v from 'valibot';
import { browser } from 'wxt/browser';
import { type Settings, settingsSchema } from '../contract/settings/settings.ts';
import { loadSettings, saveSettings } from './settings-store.ts';

/** Settings of one agent, if several share a computer; the others belong to the workstation. */
const PERSONAL = [
  'agentNumber',
  'agentName',
  'role',
  'sipUser',
] as const satisfies readonly (keyof Settings)[];

type Personal = Pick<Settings, (typeof PERSONAL)[number]>;

const personalSchema = v.pick(settingsSchema, PERSONAL);
const PREFIX = 'settings ';
const keyOf = (agent: string) => `${PREFIX}${agent}`;

/** Stores the settings of one agent and loads those of another; a new agent starts with `fresh`. */
export async function changePersonalSettings(
  from: string | null,
  to: string,
  fresh: Partial<Personal>,
): Promise<void> {
  const { agentNumber, agentName, role, sipUser } = await loadSettings();
  const own: Personal = { agentNumber, agentName, role, sipUser };
  if (from !== null) await browser.storage.local.set({ [keyOf(from)]: own });
  const key = keyOf(to);
  const stored = v.safeParse(personalSchema, (await browser.storage.local.get(key))[key]);
  await saveSettings(stored.success ? stored.output : { ...v.parse(personalSchema, {}), ...fresh });
}

/** Deletes the stored settings of everybody but the agents of this computer. */
export async function forgetPersonalSettings(agents: readonly string[]): Promise<void> {
  const keys = Object.keys(await browser.storage.local.get(null)).filter((key) => key.startsWith(PREFIX));
  const known = new Set(agents.map(keyOf));
  const old = keys.filter((key) => !known.has(key));
  if (old.length > 0) await browser.storage.local.remove(old);
}
