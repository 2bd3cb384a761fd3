import * as v from 'valibot';
import { boundedText } from '../../calls/vocabulary/bounded-text.ts';
import { type Settings, settingsSchema } from './settings.ts';

/** What an administrator prescribes for every agent of a floor, read from `storage.managed`. */
export interface ManagedSettings {
  /** Only the fields that a policy names; their values are final. */
  readonly prescribed: Partial<Settings>;
  /**
   * Entries of the policy that were ignored: a mistyped name, or a value that the setting cannot
   * take.
   */
  readonly ignored: readonly IgnoredPolicy[];
}

export interface IgnoredPolicy {
  readonly name: string;
  readonly why: 'unknown-setting' | 'bad-value';
}

export const NOTHING_PRESCRIBED: ManagedSettings = { prescribed: {}, ignored: [] };

const prescribedSchema = v.partial(settingsSchema);

/**
 * Takes what is right in a policy and names what is not: one mistake must not free all the other
 * fields.
 */
export function parseManagedSettings(policy: unknown): ManagedSettings {
  const entries = v.safeParse(v.record(boundedText(200), v.unknown()), policy);
  if (!entries.success) return NOTHING_PRESCRIBED;
  const ignored: IgnoredPolicy[] = [];
  const prescribed: Partial<Settings> = {};
  for (const [name, value] of Object.entries(entries.output)) {
    if (!Object.hasOwn(settingsSchema.entries, name)) {
      ignored.push({ name, why: 'unknown-setting' });
      continue;
    }
    const parsed = v.safeParse(prescribedSchema, { [name]: value });
    if (parsed.success) Object.assign(prescribed, parsed.output);
    else ignored.push({ name, why: 'bad-value' });
  }
  return { prescribed, ignored };
}

/** The settings in force: the agent's own, but for what is prescribed. */
export function withPrescribed(own: Settings, managed: ManagedSettings): Settings {
  return { ...own, ...managed.prescribed };
}

/** What of a form is the agent's own to keep: the fields that no policy names. */
export function withoutPrescribed(
  form: Partial<Settings>,
  { prescribed }: ManagedSettings,
): Partial<Settings> {
  return Object.fromEntries(Object.entries(form).filter(([name]) => !Object.hasOwn(prescribed, name)));
}
