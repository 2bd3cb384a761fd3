import { nameOf, type Pair } from './value-name.ts';

/** What the XML of a phone says; `others`: the calls beside the one that it is about. */
interface XmlValues {
  readonly pairs: readonly Pair[];
  readonly others: readonly (readonly Pair[])[];
}

/** A phone has so many calls at most. */
const MOST_CALLS = 8;
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/**
 * A Polycom names every call of the line in each message, with a state of its own. The values of
 * one call must not be read as those of another.
 */
export function valuesOfXml(text: string): XmlValues {
  const blocks = Array.from(
    text.matchAll(/<CallInfo\b[^<>]*>(.*?)<\/CallInfo>/gs),
    ([, block = '']) => block,
  );
  if (blocks.length < 2) return { pairs: pairsOf(text), others: [] };
  const about = pairsOf(text.replaceAll(/<CallInfo\b[^<>]*>.*?<\/CallInfo>/gs, ''));
  const calls = blocks.slice(0, MOST_CALLS).map(pairsOf);
  const reference = valueIn(about, 'callreference');
  const own = calls.find((call) => valueIn(call, 'callreference') === reference);
  const others = calls.filter(
    (call) =>
      call !== own &&
      valueIn(call, 'callreference') !== undefined &&
      valueIn(call, 'callstate') !== undefined,
  );
  return { pairs: [...about, ...(own ?? [])], others };
}

/**
 * Attributes, then texts of elements without children, and the name of each element as an event.
 * No XML parser: nothing is nested or expanded, and half a document gives half the values.
 */
function pairsOf(text: string): readonly Pair[] {
  const plain = (value: string) =>
    value.replace(/&(amp|lt|gt|quot|apos);/g, (_all, name: string) => ENTITIES[name] ?? '').trim();
  const attributes = text.matchAll(/\s([\w:.-]{1,60})\s*=\s*(?:"([^"<]{0,400})"|'([^'<]{0,400})')/g);
  const texts = text.matchAll(/<([\w:.-]{1,60})(?:\s[^<>]{0,400})?>([^<]{1,400})<\//g);
  const elements = text.matchAll(/<([A-Za-z]{1,40})Event\b/g);
  return [
    ...Array.from(attributes, ([, name = '', one, other = '']): Pair => [nameOf(name), plain(one ?? other)]),
    ...Array.from(texts, ([, name = '', value = '']): Pair => [nameOf(name), plain(value)]),
    ...Array.from(elements, ([, name = '']): Pair => ['event', name]),
  ];
}

function valueIn(pairs: readonly Pair[], wanted: string): string | undefined {
  return pairs.find(([name, value]) => name === wanted && value.trim() !== '')?.[1];
}
