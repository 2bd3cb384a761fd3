import type { Pack } from '../../contract/pack/pack.ts';
import type { Situation } from '../../contract/pack/situation.ts';
import type { Trigger } from '../../contract/pack/trigger.ts';

/** One reason of one situation. */
export interface TriggerEntry {
  readonly situation: Situation;
  readonly trigger: Trigger;
}

/** A pack laid out for quick questions. */
export interface PackIndex {
  readonly byId: ReadonlyMap<string, Situation>;
  /** Position in the pack, by id. */
  readonly order: ReadonlyMap<string, number>;
  /** Ids of the situations in which the caller is asked for the name. */
  readonly askingName: ReadonlySet<string>;
  /** Triggers that bring a script up by themselves. */
  readonly bringing: readonly TriggerEntry[];
  /** Every trigger that time or events can make hold. */
  readonly all: readonly TriggerEntry[];
}

const indexes = new WeakMap<Pack, PackIndex>();

/**
 * Computed once a pack: the same answer for the same pack, so remembering it changes nothing but
 * the time it takes.
 */
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
    bringing: all.filter(({ trigger }) => bringsScript(trigger)),
    all,
  };
  indexes.set(pack, index);
  return index;
}

export function bringsScript(trigger: Trigger): boolean {
  return trigger.kind !== 'picked' && trigger.brings === 'script';
}

/** A script that speaks of a wait: a detour from which the interrupted script is taken up again. */
export function isDetour({ triggers }: Situation): boolean {
  return triggers.some(
    ({ kind }) => kind === 'wait-wanted' || kind === 'on-hold' || kind === 'back-from-hold',
  );
}

/** A script that greets: once it is over the caller was greeted. */
export function isOpening({ triggers }: Situation): boolean {
  return triggers.some((trigger) => trigger.kind === 'answered' && trigger.brings === 'script');
}

function asksName({ steps }: Situation): boolean {
  return steps.some((step) => step.kind === 'do' && step.action === 'ask-name');
}
