import type { ComponentChildren } from 'preact';
import { useMemo } from 'preact/hooks';
import { i18n } from '#i18n';
import '../../components/base.css';
import { Button } from '../../components/button.tsx';
import { tameText } from '../../components/caller-text.ts';
import { outcomeText } from '../../components/records/outcome-text.ts';
import { shortDay, shownTime } from '../../components/shown-time.ts';
import { TeamZoneNote } from '../../components/team-zone-note.tsx';
import { textIn } from '../../contract/pack/localized-text.ts';
import type { Counted } from '../../rules/figures/contact-figures.ts';
import type { FigureSpan, SpanKind } from '../../rules/figures/figure-span.ts';
import { AgentTable } from './agent-table.tsx';
import { BarChart } from './bar-chart.tsx';
import { CountedCalls } from './counted-calls.tsx';
import { FigureTable } from './figure-table.tsx';
import './figures-page.css';
import type { FiguresAction, FiguresView, TallyView } from './figures-view.ts';
import { HeadlineFigures } from './headline-figures.tsx';
import { PaperLinks } from './paper-links.tsx';
import { TallyTable } from './tally-table.tsx';

interface FiguresPageProps {
  readonly view: FiguresView;
  readonly act: (action: FiguresAction) => void;
  /** Buttons for the span on screen. */
  readonly children?: ComponentChildren;
}

const KINDS: readonly SpanKind[] = ['day', 'week', 'month'];
const HOURS = Array.from({ length: 24 }, (_, hour) => String(hour));

/** Figures per day, week and month (handbook §6). Every figure opens the list of what it counts. */
export function FiguresPage({ view, act, children }: FiguresPageProps) {
  return (
    <main class="figures">
      <h1>{i18n.t('figures.title')}</h1>
      {view.state === 'locked' ? (
        <p role="status">{i18n.t('figures.locked')}</p>
      ) : (
        <>
          <Open view={view} act={act} />
          <PaperLinks span={view.span} />
          {children}
        </>
      )}
    </main>
  );
}

interface OpenProps {
  readonly view: FiguresView & { readonly state: 'open' };
  readonly act: FiguresPageProps['act'];
}

function Open({ view, act }: OpenProps) {
  const { span, contact, team, situationTitles, opened } = view;
  const buckets = useMemo(() => bucketNames(span), [span]);
  const course = useMemo(
    () => [
      {
        name: i18n.t('figures.answeredInTime'),
        colour: '--ready',
        values: contact.course.map((one) => one.inTime),
      },
      {
        name: i18n.t('figures.answeredLate'),
        colour: '--urgent',
        values: contact.course.map((one) => one.late),
      },
      { name: i18n.t('figures.missed'), colour: '--late', values: contact.course.map((one) => one.missed) },
    ],
    [contact],
  );
  const harassment = useMemo(
    () => [
      {
        name: i18n.t('figures.harassment'),
        colour: '--forbidden',
        values: team.harassmentByHour.map(({ counted }) => counted.length),
      },
    ],
    [team],
  );
  const situations = contact.situations.map(({ situation, counted }) => ({
    name: situationTitles.get(situation) ?? situation,
    counted,
  }));
  const topics = contact.topics.map(({ topic, counted }) => ({ name: tameText(topic, 40) ?? '', counted }));
  const unreached = contact.unreached.map(({ end, counted }) => ({ name: outcomeText(end), counted }));
  const hotlines = contact.hotlines.map(({ name, counted }) => ({
    name: textIn(name, i18n.t('language')),
    counted,
  }));
  const calls = (figure: string, rows: readonly { readonly name: string; readonly counted: Counted }[]) => (
    <TallyTable
      caption={figure}
      rows={rows}
      onOpen={({ name, counted }) => act({ do: 'open', title: name, notes: counted })}
    />
  );
  const openEntries = (figure: string) => (row: TallyView) =>
    act({ do: 'open-entries', title: `${figure} · ${row.name}`, entries: row.counted });
  const entries = (figure: string, rows: readonly TallyView[]) => (
    <TallyTable caption={figure} rows={rows} onOpen={openEntries(figure)} />
  );
  return (
    <>
      <SpanBar span={span} hasLater={view.hasLater} act={act} />
      <TeamZoneNote now={span.from} />
      <HeadlineFigures contact={contact} onOpen={(title, notes) => act({ do: 'open', title, notes })} />
      {opened !== null && <CountedCalls opened={opened} onClose={() => act({ do: 'close' })} />}
      <section>
        <h2>{i18n.t('figures.course')}</h2>
        <BarChart buckets={buckets} series={course} />
        <FigureTable
          caption={i18n.t('figures.course')}
          bucketName={i18n.t(span.kind === 'day' ? 'figures.hour' : 'figures.date')}
          buckets={buckets}
          series={course}
        />
      </section>
      {contact.byAgent.length > 0 && (
        <AgentTable
          agents={contact.byAgent}
          promises={team.promisesByAgent ?? []}
          onOpen={(title, notes) => act({ do: 'open', title, notes })}
          onOpenEntries={(title, counted) => act({ do: 'open-entries', title, entries: counted })}
        />
      )}
      <div class="figures__pair">
        {calls(i18n.t('figures.situations'), situations)}
        {topics.length > 0 && calls(i18n.t('figures.topics'), topics)}
        {unreached.length > 0 && calls(i18n.t('figures.unreached'), unreached)}
        {hotlines.length > 0 && calls(i18n.t('figures.hotlines'), hotlines)}
        {entries(i18n.t('figures.complaintsByKind'), team.complaintsByKind)}
        {entries(i18n.t('figures.complaintsByState'), team.complaintsByState)}
        {entries(i18n.t('figures.clocks'), team.clocks)}
        {team.clocksByOwner.length > 0 && entries(i18n.t('figures.clocksByOwner'), team.clocksByOwner)}
        {team.callBacks.length > 0 && entries(i18n.t('figures.callBacks'), team.callBacks)}
      </div>
      {entries(
        i18n.t('figures.harassmentByHour'),
        team.harassmentByHour.filter(({ counted }) => counted.length > 0),
      )}
      <BarChart buckets={HOURS} series={harassment} />
      {entries(i18n.t('figures.harassmentBySource'), team.harassmentBySource)}
    </>
  );
}

interface SpanBarProps {
  readonly span: FigureSpan;
  readonly hasLater: boolean;
  readonly act: FiguresPageProps['act'];
}

function SpanBar({ span, hasLater, act }: SpanBarProps) {
  const { kind, firstDay, lastDay } = span;
  const words = { day: i18n.t('figures.day'), week: i18n.t('figures.week'), month: i18n.t('figures.month') };
  return (
    <nav class="figures__span" aria-label={i18n.t('figures.span')}>
      {KINDS.map((one) => (
        <button
          key={one}
          type="button"
          aria-pressed={one === kind}
          onClick={() => act({ do: 'span', kind: one })}
        >
          {words[one]}
        </button>
      ))}
      <Button
        variant="bare"
        icon="back"
        label={i18n.t('figures.earlier')}
        onPress={() => act({ do: 'earlier' })}
      />
      <strong aria-live="polite">{firstDay === lastDay ? firstDay : `${firstDay} – ${lastDay}`}</strong>
      <Button
        variant="bare"
        icon="next"
        label={i18n.t('figures.later')}
        disabled={!hasLater}
        onPress={() => act({ do: 'later' })}
      />
    </nav>
  );
}

function bucketNames({ kind, buckets }: FigureSpan): readonly string[] {
  return buckets.map((start) => {
    const time = shownTime(start);
    if (time === null) return '';
    return kind === 'day' ? String(Math.floor(time.minuteOfDay / 60)) : shortDay(time.day);
  });
}
