import type { PackLanguage } from '../../contract/pack/localized-text.ts';
import type { PlaceholderName } from '../../contract/pack/placeholders.ts';
import type { CadenceCountry } from '../../contract/pack/ring-cadence.ts';
import type { Words } from '../../contract/words.ts';
import type { Zone } from '../time/zone-offset.ts';

/** What the rules need and neither the journal nor the pack contains. */
export interface RulesContext {
  /** Language of what is said and shown. */
  readonly language: PackLanguage;
  /** The words of that language. */
  readonly words: Words;
  /** Where the team's clock hangs: its time zone, or minutes ahead of UTC (480 in China). */
  readonly utcOffsetMinutes: Zone;
  /** The cadence that this agent's settings name; null: the pack's. */
  readonly cadence: CadenceCountry | null;
  /** Empty: the pack's. */
  readonly hotline: string;
  readonly agentNumber: string;
  readonly agentName: string;
  /** What the note, a work order or the directory knows: department, answer, newTime, matter… */
  readonly values: Readonly<Partial<Record<PlaceholderName, string>>>;
}
