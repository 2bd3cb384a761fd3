import type { Pack } from '../../contract/pack/pack.ts';
import { parsePack } from '../../contract/pack/parse-pack.ts';

/**
 * The shipped pack, repeated under new ids and titles until it has `size` situations, and still
 * sound.
 */
export function bigPack(shipped: Pack, size: number): Pack {
  const copies = Math.ceil(size / shipped.situations.length);
  const situations = Array.from({ length: copies }, (_, copy) => copyOf(shipped, copy)).flat();
  const parsed = parsePack({
    ...shipped,
    situations: situations.slice(0, copies * shipped.situations.length),
  });
  if (!parsed.ok) throw new Error(`The big pack is not sound: ${JSON.stringify(parsed.problems[0])}`);
  return parsed.pack;
}

function copyOf({ situations }: Pack, copy: number): Pack['situations'] {
  if (copy === 0) return situations;
  const ids = new Set(situations.map(({ id }) => id));
  const renamed: unknown = JSON.parse(JSON.stringify(situations), (key, value: unknown) => {
    const isReference = key === 'situation' && typeof value === 'string' && ids.has(value);
    return isReference ? `${value}-${copy}` : value;
  });
  const list = renamed as Pack['situations'];
  return list.map((situation) => ({
    ...situation,
    id: `${situation.id}-${copy}`,
    title: { ...situation.title, 'zh-CN': `${situation.title['zh-CN']}${copy}` },
    triggers: situation.triggers.map((trigger) =>
      'brings' in trigger ? { ...trigger, brings: 'suggestion' } : trigger,
    ),
  }));
}
