import { i18n } from '#i18n';
import { KIND_WORDS, WHY_WORDS } from '../../../components/adherence/adherence-words.ts';
import { recordTime } from '../../../components/records/record-time.ts';
import type {
  AgentFigure,
  CountedLine,
  KindFigure,
  SituationFigure,
} from '../../../rules/adherence/adherence-figures.ts';
import type { AdherenceScore } from '../../../rules/adherence/adherence-score.ts';
import { hashOf } from '../frame/lead-link.ts';
import type { AdherenceReportView } from './adherence-report-view.ts';
import './adherence-report.css';

/** By agent and situation; every figure opens down to the lines and calls that it counts. */
export function AdherenceReport({ view: { agents, titles } }: { readonly view: AdherenceReportView }) {
  return (
    <section class="adherence-report">
      <h2>{i18n.t('adherence.title')}</h2>
      <p class="adherence-report__explain">{i18n.t('adherence.explain')}</p>
      {agents.length === 0 ? (
        <p>{i18n.t('adherence.empty')}</p>
      ) : (
        agents.map((agent) => <Agent key={agent.by} agent={agent} titles={titles} />)
      )}
    </section>
  );
}

interface AgentProps {
  readonly agent: AgentFigure;
  readonly titles: AdherenceReportView['titles'];
}

function Agent({ agent, titles }: AgentProps) {
  return (
    <details class="adherence-report__agent">
      <summary>
        <span>{i18n.t('status.agent', { number: agent.by })}</span>
        <span>
          {i18n.t('adherence.calls')} {agent.calls}
        </span>
        <Score of={agent} />
      </summary>
      <ul>
        {agent.situations.map((situation) => (
          <Situation key={situation.situation} figure={situation} titles={titles} />
        ))}
      </ul>
    </details>
  );
}

function Situation({
  figure,
  titles,
}: {
  readonly figure: SituationFigure;
  readonly titles: AdherenceReportView['titles'];
}) {
  const { situation, calls, kinds } = figure;
  const title = situation === null ? i18n.t('adherence.whole') : (titles.get(situation) ?? situation);
  return (
    <li>
      <details>
        <summary>
          <span>{title}</span>
          <span>
            {i18n.t('adherence.calls')} {calls}
          </span>
          <Score of={figure} />
        </summary>
        <ul>
          {kinds.map((kind) => (
            <Kind key={kind.kind} figure={kind} />
          ))}
        </ul>
      </details>
    </li>
  );
}

function Kind({ figure }: { readonly figure: KindFigure }) {
  return (
    <li>
      <p class="adherence-report__kind">
        <span>{i18n.t(KIND_WORDS[figure.kind])}</span>
        <Score of={figure} />
      </p>
      {figure.missed.length > 0 && (
        <ul class="adherence-report__missed">
          {figure.missed.map((counted) => (
            <Missed key={`${counted.note} ${counted.line.evidence?.seq}`} counted={counted} />
          ))}
        </ul>
      )}
    </li>
  );
}

function Missed({ counted: { note, at, line } }: { readonly counted: CountedLine }) {
  return (
    <li>
      <a href={hashOf({ page: 'review', note })}>{recordTime(at)}</a>
      {line.outcome === 'missed' && <span> {i18n.t(WHY_WORDS[line.why])}</span>}
    </li>
  );
}

function Score({ of: { score, gained, of } }: { readonly of: AdherenceScore }) {
  return (
    <span class="adherence-report__score">
      {score === null ? (
        i18n.t('adherence.noScore')
      ) : (
        <>
          <strong>{i18n.t('adherence.score', { score })}</strong> {i18n.t('adherence.gained', { gained, of })}
        </>
      )}
    </span>
  );
}
