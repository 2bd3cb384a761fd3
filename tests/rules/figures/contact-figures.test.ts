import { describe, expect, it } from 'vitest';
import type { CallEnd } from '../../../calls/call-end.ts';
import { EMPTY_FIELDS, type Note, type NoteFacts } from '../../../contract/note/note.ts';
import { contactFigures } from '../../../rules/figures/contact-figures.ts';
import { bucketAt, spanAround } from '../../../rules/figures/figure-span.ts';

const CHINA = 480;
const at = (clock: string) => Date.parse(`2026-11-18T${clock}:00+08:00`);
const BLOCKED: CallEnd = { how: 'turned-away', sipStatus: 603, blocked: true };
const HUNG_UP: CallEnd = { how: 'hung-up', by: 'remote-party' };

function facts(more: Partial<NoteFacts> = {}): NoteFacts {
  return {
    ...{ rings: 1, queuedMs: null, answeredAt: at('09:00'), endedAt: at('09:02'), end: HUNG_UP },
    ...{ holds: { count: 0, totalMs: 0 }, mutes: { count: 0, totalMs: 0 }, situations: [], steps: [] },
    forcedHangUps: 0,
    ...more,
  } as NoteFacts;
}

function note(id: string, clock: string, facts: NoteFacts | null, more: Partial<Note> = {}): Note {
  const createdAt = at(clock);
  const call = {
    direction: 'inbound',
    number: '+8613900001234',
    displayName: null,
    startedAt: createdAt,
  } as const;
  const contact = { kind: 'call', call: `call-${id}`, ...call } as const;
  return {
    ...EMPTY_FIELDS,
    id,
    createdAt,
    contact,
    revision: 1,
    updatedAt: createdAt,
    facts,
    ...more,
  };
}

describe('the spans of figures', () => {
  it('are a local day in hours, a week from Monday and a month in days', () => {
    const day = spanAround('day', at('00:30'), CHINA);
    expect([day.firstDay, day.lastDay, day.buckets.length]).toEqual(['2026-11-18', '2026-11-18', 24]);
    const week = spanAround('week', at('00:30'), CHINA);
    expect([week.firstDay, week.lastDay, week.buckets.length]).toEqual(['2026-11-16', '2026-11-22', 7]);
    const month = spanAround('month', Date.parse('2026-12-31T23:59:00+08:00'), CHINA);
    expect([month.firstDay, month.lastDay, month.buckets.length]).toEqual(['2026-12-01', '2026-12-31', 31]);
  });

  it('put a moment into its bucket, and nothing from outside', () => {
    const day = spanAround('day', at('12:00'), CHINA);
    expect(bucketAt(day, at('00:00'))).toBe(0);
    expect(bucketAt(day, at('23:59'))).toBe(23);
    expect(bucketAt(day, day.to)).toBe(-1);
    expect(bucketAt(day, day.from - 1)).toBe(-1);
  });
});

describe('figures over notes', () => {
  const notes = [
    note('in-time', '09:05', facts({ rings: 3, situations: ['greeting', 'abuse'] }), {
      settled: true,
      category: 'query',
    }),
    note('late', '09:40', facts({ rings: 4, situations: ['late-answer', 'abuse'], forcedHangUps: 1 }), {
      settled: false,
      satisfied: true,
      category: 'complaint',
    }),
    note('missed', '10:10', facts({ rings: 5, answeredAt: null, end: { how: 'given-up' } })),
    note('blocked', '10:12', facts({ rings: 0, answeredAt: null, end: BLOCKED })),
    note('elsewhere', '10:20', facts({ answeredAt: null, end: { how: 'answered-elsewhere' } })),
    note('ringing-now', '10:30', null),
    note('walk-in', '11:00', null, { contact: { kind: 'walk-in' } }),
    note('called', '12:00', facts({ rings: null, answeredAt: at('12:01'), endedAt: at('12:05') }), {
      contact: {
        ...{ kind: 'call', call: 'c', direction: 'outbound' },
        ...{ number: '1', displayName: null, startedAt: 0 },
      },
    }),
    note('yesterday', '09:00', facts(), { createdAt: at('09:00') - 86_400_000 }),
  ];
  const figures = contactFigures(notes, spanAround('day', at('12:00'), CHINA), 3);

  it('separate answered within three rings from late, missed and answered by somebody else', () => {
    expect(figures.inTime).toEqual({ counted: ['in-time'], of: ['in-time', 'late'] });
    expect(figures.missed).toEqual(['missed']);
    expect(figures.blocked).toEqual(['blocked']);
    expect(figures.inbound).toEqual(['in-time', 'late', 'missed', 'elsewhere']);
    expect(figures.outbound).toEqual(['called']);
    expect(figures.walkIns).toEqual(['walk-in']);
  });

  it('count settled and satisfied only where the agent said so', () => {
    expect(figures.settledFirst).toEqual({ counted: ['in-time'], of: ['in-time', 'late'] });
    expect(figures.satisfied).toEqual({ counted: ['late'], of: ['late'] });
    expect(figures.categories).toEqual({ query: ['in-time'], business: [], complaint: ['late'] });
    expect(figures.earlyHangUps).toEqual(['late']);
  });

  it('rank the situations met, each with its calls', () => {
    expect(figures.situations[0]).toEqual({ situation: 'abuse', counted: ['in-time', 'late'] });
    expect(figures.situations).toHaveLength(3);
  });

  it('tell apart why own calls were not answered, and the hotlines that were dialled', () => {
    const dialled = (id: string, end: CallEnd) =>
      note(id, '13:00', facts({ rings: null, answeredAt: null, end }), {
        contact: {
          ...{ kind: 'call', call: id, direction: 'outbound' },
          ...{ number: '1', displayName: null, startedAt: 0 },
        },
      });
    const busy: CallEnd = { how: 'refused', sipStatus: 486, cause: 'busy', phrase: 'Busy Here' };
    const hotline = (id: string, name: string): Pick<Note, 'contact'> => ({
      contact: {
        ...{ kind: 'call', call: id, direction: 'inbound' },
        ...{ number: '1', displayName: null, startedAt: 0, hotline: { id: 'sales', name: { en: name } } },
      },
    });
    const { unreached, hotlines } = contactFigures(
      [
        dialled('no-answer', { how: 'no-answer' }),
        dialled('busy', busy),
        dialled('busy-again', { ...busy, sipStatus: 600, phrase: null }),
        note('sales', '09:05', facts(), hotline('sales', 'Sales')),
        note('renamed', '09:06', facts(), hotline('renamed', 'Shop')),
      ],
      spanAround('day', at('12:00'), CHINA),
      3,
    );
    expect(unreached).toMatchObject([
      { end: { cause: 'busy' }, counted: ['busy', 'busy-again'] },
      { end: { how: 'no-answer' }, counted: ['no-answer'] },
    ]);
    expect(hotlines).toEqual([{ name: { en: 'Shop' }, counted: ['sales', 'renamed'] }]);
    expect([figures.unreached, figures.hotlines]).toEqual([[], []]);
  });

  it('show the course of the day by hours', () => {
    expect(figures.course[9]).toMatchObject({ inTime: 1, late: 1, missed: 0 });
    expect(figures.course[10]).toMatchObject({ inTime: 0, late: 0, missed: 1 });
    expect(figures.meanTalkMs).toBe((120_000 + 120_000 + 240_000) / 3);
  });
});

describe('the rate of connected calls', () => {
  const end = (how: CallEnd) => facts({ answeredAt: null, rings: 2, end: how });
  const share = (of: { counted: readonly string[]; of: readonly string[] }) => [of.counted, of.of];
  const figures = (notes: readonly Note[]) => contactFigures(notes, spanAround('day', at('09:00'), CHINA), 3);

  it('is of the calls that rang here: others answered elsewhere or came while nobody was ready', () => {
    const { connectedIn } = figures([
      note('answered', '09:00', facts()),
      note('given-up', '09:10', end({ how: 'given-up' })),
      note('unanswered', '09:20', end({ how: 'no-answer' })),
      note('rejected', '09:30', end({ how: 'rejected', sipStatus: 486 })),
      note('elsewhere', '09:40', end({ how: 'answered-elsewhere' })),
      note('turned-away', '09:50', end({ how: 'turned-away', sipStatus: 480 })),
      note('ringing', '09:55', null),
    ]);
    expect(share(connectedIn)).toEqual([['answered'], ['answered', 'given-up', 'unanswered', 'rejected']]);
  });

  it('is of all calls that were dialled', () => {
    const dialled = (id: string, facts: NoteFacts): Note => {
      const made = note(id, '09:00', facts);
      return made.contact.kind === 'call'
        ? { ...made, contact: { ...made.contact, direction: 'outbound' } }
        : made;
    };
    const busy = { how: 'refused', sipStatus: 486, cause: 'busy', phrase: null } as const;
    const { connectedOut, connectedIn } = figures([
      dialled('answered', facts()),
      dialled('busy', end(busy)),
      dialled('cancelled', end({ how: 'cancelled' })),
    ]);
    expect(share(connectedOut)).toEqual([['answered'], ['answered', 'busy', 'cancelled']]);
    expect(share(connectedIn)).toEqual([[], []]);
  });
});

describe('the topics of queries', () => {
  it('are their tags, in any width and case, and count a query once each', () => {
    const query = (id: string, tags: string[]) => note(id, '09:00', facts(), { category: 'query', tags });
    const day = spanAround('day', at('09:00'), CHINA);
    const { topics } = contactFigures(
      [
        query('a', ['保修', 'WiFi', 'ＷＩＦＩ']),
        query('b', ['wifi', ' ']),
        query('c', []),
        note('d', '09:00', facts(), { category: 'complaint', tags: ['保修'] }),
      ],
      day,
      3,
    );
    expect(topics.map(({ topic, counted }) => [topic.toLowerCase().normalize('NFKC'), counted])).toEqual([
      ['wifi', ['a', 'b']],
      ['保修', ['a']],
    ]);
  });
});
