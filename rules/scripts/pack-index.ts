import type { Pack } from '../../contract/pack/pack.ts';
import type { Situation } from '../../contract/pack/situation.ts';
import type { Trigger } from '../../contract/pack/trigger.ts';
import { namesPlace } from './names-place.ts';

/** One trigger of one situation. */
export interface TriggerEntry {
  readonly situation: Situation;
  readonly trigger: Trigger;
}

/** A pack, indexed for fast look-ups. */
export interface PackIndex {
  readonly byId: ReadonlyMap<string, Situation>;
  /** Position in the pack, by id. */
  readonly order: ReadonlyMap<string, number>;
  /** Ids of the situations in which the caller is asked for the name. */
  readonly askingName: ReadonlySet<string>;
  /** Ids of the situations whose sentences name the place that a caller should turn to. */
  readonly namingPlace: ReadonlySet<string>;
  /** Triggers that start a script by themselves. */
  readonly bringing: readonly TriggerEntry[];
  /** Every trigger that can hold through time or events. */
  readonly all: readonly TriggerEntry[];
}

const indexes = new WeakMap<Pack, PackIndex>();

/** Computed once for each pack and cached. */
export function indexPack(pack: Pack): PackIndex {
  const known = indexes.get(pack);
  if (known !== undefined) return known;
  const all = pack.situations.flatMap((situation) =>
    situation.triggers
      .filter(({ kind }) => kind !== 'picked')
      .map((trigger): TriggerEntry => ({ situation, trigger })),
  );
  const index: PackIndex = {
    byId: new Map(pack.situations.map((situation) => [situation.id, situation])),
    order: new Map(pack.situations.map(({ id }, position) => [id, position])),
    askingName: new Set(pack.situations.filter(asksName).map(({ id }) => id)),
    namingPlace: new Set(pack.situations.filter(namesPlace).map(({ id }) => id)),
    bringing: all.filter(({ trigger }) => bringsScript(trigger)),
    all,
  };
  indexes.set(pack, index);
  return index;
}

export function bringsScript(trigger: Trigger): boolean {
  return trigger.kind !== 'picked' && trigger.brings === 'script';
}

/** A script about a wait: the interrupted script resumes after it. */
export function isDetour({ triggers }: Situation): boolean {
  return triggers.some(
    ({ kind }) => kind === 'wait-wanted' || kind === 'on-hold' || kind === 'back-from-hold',
  );
}

/**
 * A script beside the matter: a bad line, a courtesy, a look-up. It promises nothing and says no
 * goodbye, so what was on screen before goes on after it.
 */
export function isInterlude(situation: Situation): boolean {
  if (isDetour(situation)) return true;
  const { group, followUp, steps } = situation;
  if (group === 'closing' || isOpening(situation)) return false;
  if (followUp !== undefined && group !== 'line') return false;
  return !steps.some((step) => step.kind === 'say' && step.isGoodbye === true);
}

/** A greeting script: when it ends, the caller was greeted. */
export function isOpening({ triggers }: Situation): boolean {
  return triggers.some((trigger) => trigger.kind === 'answered' && trigger.brings === 'script');
}

function asksName({ steps }: Situation): boolean {
  return steps.some((step) => step.kind === 'do' && step.action === 'ask-name');
}
