import { i18n } from '#i18n';
import { Icon } from '../../../components/icon.tsx';
import { explainIssue } from '../../../contract/pack/explain-issue.ts';
import type { PackProblem } from '../../../contract/pack/pack-problem.ts';
import { type Path, placeName } from '../fields/place.ts';
import './problem-list.css';

interface ProblemListProps {
  readonly problems: readonly PackProblem[];
  readonly onGo: (path: Path) => void;
}

/**
 * Everything that is wrong with the draft, each a press away from its field. The count is said
 * when it changes.
 */
export function ProblemList({ problems, onGo }: ProblemListProps) {
  const none = problems.length === 0;
  return (
    <details class={`problem-list${none ? '' : ' problem-list--some'}`}>
      <summary>
        <Icon name={none ? 'check' : 'warning'} />
        <span role="status">
          {none ? i18n.t('lead.noProblems') : i18n.t('lead.problems', { count: problems.length })}
        </span>
      </summary>
      <ul aria-label={i18n.t('lead.problemList')}>
        {problems.map((problem) => (
          <li key={`${placeName(problem.path)} ${problem.reason.kind}`}>
            <button type="button" onClick={() => onGo(problem.path)}>
              {explainIssue(problem, i18n.t)}
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
}
