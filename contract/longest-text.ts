import type * as v from 'valibot';

/**
 * The greatest length that a schema of a text takes: the `maxlength` of the field where it is
 * typed, so that nothing is typed that is refused later. Throws for a schema without a limit.
 */
export function longestText(schema: v.GenericSchema<unknown, unknown>): number {
  const limit = limitOf(schema);
  if (limit === null) throw new Error('a text without a limit');
  return limit;
}

function limitOf(part: unknown): number | null {
  if (typeof part !== 'object' || part === null) return null;
  if ('type' in part && part.type === 'max_length' && 'requirement' in part) {
    return typeof part.requirement === 'number' ? part.requirement : null;
  }
  if ('pipe' in part && Array.isArray(part.pipe)) {
    const [first, ...actions]: unknown[] = part.pipe;
    const inside = first === part ? [] : [first];
    return least([...actions, ...inside].map((one) => (one === part ? null : limitOf(one))));
  }
  return 'wrapped' in part ? limitOf(part.wrapped) : null;
}

function least(limits: readonly (number | null)[]): number | null {
  const known = limits.filter((limit) => limit !== null);
  return known.length === 0 ? null : Math.min(...known);
}
