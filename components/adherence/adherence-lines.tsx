import { i18n } from '#i18n';
import type { Adherence, AdherenceLine } from '../../contract/note/adherence.ts';
import { adherenceScore } from '../../rules/adherence/adherence-score.ts';
import { CRITERIA } from '../../rules/adherence/criteria.ts';
import { formatDuration } from '../format-time.ts';
import { Icon } from '../icon.tsx';
import { fieldWord } from '../records/field-word.ts';
import { KIND_WORDS, WHY_WORDS } from './adherence-words.ts';
import './adherence-lines.css';

interface AdherenceLinesProps {
  readonly adherence: Adherence;
  /** Times count from here. */
  readonly startedAt: number;
  /** Title of a situation, in the reader's language. */
  readonly title: (situation: string) => string;
}

/** The score of a call, and every line of it: what was missed first. */
export function AdherenceLines({ adherence, startedAt, title }: AdherenceLinesProps) {
  const { score, gained, of } = adherenceScore(adherence.lines);
  const judged = [...linesOf(adherence, 'missed'), ...linesOf(adherence, 'held')];
  const others = linesOf(adherence, 'not-applicable');
  return (
    <section class="adherence" aria-label={i18n.t('adherence.title')}>
      <p class="adherence__score">
        <strong>{score === null ? i18n.t('adherence.noScore') : i18n.t('adherence.score', { score })}</strong>
        {score !== null && <span>{i18n.t('adherence.gained', { gained, of })}</span>}
      </p>
      <ul class="adherence__lines">
        {judged.map((line) => (
          <Line key={keyOf(line)} line={line} startedAt={startedAt} title={title} />
        ))}
      </ul>
      {others.length > 0 && (
        <details class="adherence__others">
          <summary>{i18n.t('adherence.notJudged')}</summary>
          <ul class="adherence__lines">
            {others.map((line) => (
              <Line key={keyOf(line)} line={line} startedAt={startedAt} title={title} />
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

interface LineProps extends Omit<AdherenceLinesProps, 'adherence'> {
  readonly line: AdherenceLine;
}

function Line({ line, startedAt, title }: LineProps) {
  const { kind, situation, evidence, outcome } = line;
  const time = evidence === null ? '' : formatDuration(Math.max(0, evidence.at - startedAt));
  return (
    <li class={`adherence__line adherence__line--${outcome}`}>
      <span class="adherence__what">
        {outcome !== 'not-applicable' && <Icon name={outcome === 'held' ? 'check' : 'close'} />}
        {outcome !== 'not-applicable' && (
          <span class="visually-hidden">{i18n.t(`adherence.${outcome}`)}</span>
        )}
        {i18n.t(KIND_WORDS[kind])}
        {situation !== null && <> · {title(situation)}</>}
      </span>
      <span class="adherence__points">{pointsText(line)}</span>
      <span class="adherence__why">
        {[
          ...(outcome === 'held' ? [] : [i18n.t(WHY_WORDS[line.why])]),
          ...(outcome === 'missed' && line.fields.length > 0
            ? [i18n.t('adherence.emptyFields', { fields: line.fields.map(fieldWord).join(', ') })]
            : []),
          ...(time === '' ? [] : [i18n.t('adherence.at', { time })]),
          i18n.t('adherence.handbook', { sections: CRITERIA[kind].handbook.join(' ') }),
        ].join(' · ')}
      </span>
    </li>
  );
}

function pointsText(line: AdherenceLine): string {
  switch (line.outcome) {
    case 'held':
      return i18n.t('adherence.gained', { gained: line.points, of: line.points });
    case 'missed':
      return i18n.t('adherence.gained', { gained: 0, of: line.points });
    case 'not-applicable':
      return '';
  }
}

function linesOf({ lines }: Adherence, outcome: AdherenceLine['outcome']): readonly AdherenceLine[] {
  return lines.filter((line) => line.outcome === outcome);
}

function keyOf({ kind, situation, evidence, outcome }: AdherenceLine): string {
  return `${kind} ${situation} ${evidence?.seq} ${outcome}`;
}
