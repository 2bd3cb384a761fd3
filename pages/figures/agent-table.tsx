import { i18n } from '#i18n';
import { formatDuration } from '../../components/format-time.ts';
import type { AgentContacts } from '../../rules/figures/agent-contacts.ts';
import type { Counted } from '../../rules/figures/contact-figures.ts';
import type { AgentPromisesView, CountedView } from './figures-view.ts';
import { OpenCount } from './open-count.tsx';
import { shareText } from './share-text.ts';

interface AgentTableProps {
  readonly agents: readonly AgentContacts[];
  readonly promises: readonly AgentPromisesView[];
  readonly onOpen: (title: string, notes: Counted) => void;
  readonly onOpenEntries: (title: string, counted: readonly CountedView[]) => void;
}

/** What each agent did, beside what makes it comparable. Every count opens its calls. */
export function AgentTable({ agents, promises, onOpen, onOpenEntries }: AgentTableProps) {
  const columns: readonly (readonly [string, (of: AgentContacts) => Counted])[] = [
    [i18n.t('figures.agents.rang'), ({ rang }) => rang],
    [i18n.t('figures.agents.answered'), ({ answered }) => answered],
    [i18n.t('figures.answeredLate'), ({ late }) => late],
    [i18n.t('figures.agents.unanswered'), ({ unanswered }) => unanswered],
    [i18n.t('figures.outbound'), ({ outbound }) => outbound],
    [i18n.t('figures.agents.complaints'), ({ complaints }) => complaints],
    [i18n.t('figures.agents.closedEarly'), ({ closedEarly }) => closedEarly],
  ];
  const promisesOf = (agent: string) => promises.find((one) => one.agent === agent);
  return (
    <section class="figures__agents">
      <h2>{i18n.t('figures.agents.byAgent')}</h2>
      <p>{i18n.t('figures.agents.fair')}</p>
      <table>
        <caption class="visually-hidden">{i18n.t('figures.agents.byAgent')}</caption>
        <thead>
          <tr>
            <th scope="col">{i18n.t('figures.agents.agent')}</th>
            {columns.map(([name]) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
            <th scope="col">{i18n.t('figures.agents.meanRings')}</th>
            <th scope="col">{i18n.t('figures.agents.talk')}</th>
            <th scope="col">{i18n.t('figures.agents.adherence')}</th>
            <th scope="col">{i18n.t('figures.agents.promisesKept')}</th>
          </tr>
        </thead>
        <tbody>
          {agents.map((of) => {
            const given = promisesOf(of.agent);
            const all = [...(given?.missed ?? []), ...(given?.kept ?? [])];
            const name = i18n.t('status.agent', { number: of.agent });
            return (
              <tr key={of.agent}>
                <th scope="row">{name}</th>
                {columns.map(([column, counted]) => (
                  <td key={column}>
                    <OpenCount
                      shown={String(counted(of).length)}
                      count={counted(of).length}
                      onPress={() => onOpen(`${name} · ${column}`, counted(of))}
                    />
                  </td>
                ))}
                <td>{of.meanRings === null ? '–' : of.meanRings.toFixed(1)}</td>
                <td>{of.meanTalkMs === null ? '–' : formatDuration(of.meanTalkMs)}</td>
                <td>{of.adherence ?? '–'}</td>
                <td>
                  <OpenCount
                    shown={shareText(given?.kept.length ?? 0, all.length)}
                    count={all.length}
                    onPress={() => onOpenEntries(`${name} · ${i18n.t('figures.agents.promisesKept')}`, all)}
                  />
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}
