import fc from 'fast-check';

/** Texts that break readers: separators, escapes, other alphabets, prototype names, numbers. */
const SPLINTERS = [
  ...[
    '\r\n',
    '\r\n\r\n',
    '\r',
    '\n',
    '\u0000',
    '\t',
    ' ',
    ':',
    ';',
    ',',
    '"',
    '\\',
    '<',
    '>',
    '@',
    '%',
    '%00',
    '%zz',
  ],
  ...[
    '=',
    '?',
    '#',
    '[',
    ']',
    '()',
    '*',
    '..',
    '王',
    '\ud83d',
    '\u202e',
    '\ufeff',
    '\u007f',
    ';;,;,,',
    ';tag=',
    ';tag=x',
  ],
  ...[
    '__proto__',
    'constructor',
    'SIP/2.0',
    'SIP/3.0',
    'INVITE',
    'ACK',
    'CANCEL',
    'sip:',
    'tel:+86',
    'sips:',
    'urn:x',
  ],
  ...['-1', '0', '4294967295', '4294967296', '99999999999999999999', '1e999', 'NaN', '0x10', '1.5'],
  ...[
    'Require: x-unknown\r\n',
    'Content-Length: 5\r\n',
    'Via: SIP/2.0/WS a;branch=z9hG4bKx\r\n',
    'Replaces: a;to-tag=b;from-tag=c\r\n',
  ],
  'a'.repeat(3_000),
];

type Step =
  | { readonly do: 'insert'; readonly at: number; readonly splinter: number }
  | { readonly do: 'delete'; readonly at: number; readonly length: number }
  | { readonly do: 'repeat-line' | 'drop-line' | 'swap-case'; readonly line: number }
  | { readonly do: 'swap-lines'; readonly line: number; readonly other: number }
  | { readonly do: 'replace-value'; readonly line: number; readonly splinter: number }
  | { readonly do: 'cut'; readonly at: number }
  | { readonly do: 'graft'; readonly line: number; readonly seed: number };

const share = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
const splinter = fc.nat(SPLINTERS.length - 1);

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ do: fc.constant('insert' as const), at: share, splinter }),
  fc.record({ do: fc.constant('delete' as const), at: share, length: fc.integer({ min: 1, max: 30 }) }),
  fc.record({
    do: fc.constantFrom('repeat-line' as const, 'drop-line' as const, 'swap-case' as const),
    line: share,
  }),
  fc.record({ do: fc.constant('swap-lines' as const), line: share, other: share }),
  fc.record({ do: fc.constant('replace-value' as const), line: share, splinter }),
  fc.record({ do: fc.constant('cut' as const), at: share }),
  fc.record({ do: fc.constant('graft' as const), line: share, seed: share }),
);

/** A seed and a few changes to it. The changes are shares of its length, so that it shrinks. */
export const mutant = (seeds: readonly string[]): fc.Arbitrary<string> =>
  fc
    .tuple(fc.nat(seeds.length - 1), fc.array(step, { minLength: 1, maxLength: 4 }))
    .map(([seed, steps]) => steps.reduce((text, one) => change(text, one, seeds), seeds[seed] ?? ''));

function change(text: string, step: Step, seeds: readonly string[]): string {
  const lines = text.split('\r\n');
  const index = (part: number) => Math.floor(part * lines.length);
  const position = (part: number) => Math.floor(part * text.length);
  const withLine = (part: number, next: (line: string) => readonly string[]) =>
    lines.flatMap((line, at) => (at === index(part) ? next(line) : [line])).join('\r\n');
  switch (step.do) {
    case 'insert':
      return text.slice(0, position(step.at)) + SPLINTERS[step.splinter] + text.slice(position(step.at));
    case 'delete':
      return text.slice(0, position(step.at)) + text.slice(position(step.at) + step.length);
    case 'cut':
      return text.slice(0, position(step.at));
    case 'repeat-line':
      return withLine(step.line, (line) => [line, line]);
    case 'drop-line':
      return withLine(step.line, () => []);
    case 'swap-case':
      return withLine(step.line, (line) => [
        line === line.toUpperCase() ? line.toLowerCase() : line.toUpperCase(),
      ]);
    case 'replace-value':
      return withLine(step.line, (line) => [
        `${line.slice(0, line.indexOf(':') + 1)} ${SPLINTERS[step.splinter]}`,
      ]);
    case 'swap-lines': {
      const [one = '', other = ''] = [lines[index(step.line)], lines[index(step.other)]];
      lines[index(step.line)] = other;
      lines[index(step.other)] = one;
      return lines.join('\r\n');
    }
    case 'graft': {
      const donor = (seeds[Math.floor(step.seed * seeds.length)] ?? '').split('\r\n');
      return withLine(step.line, (line) => [line, donor[Math.floor(step.line * donor.length)] ?? '']);
    }
  }
}
