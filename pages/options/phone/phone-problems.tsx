import { i18n } from '#i18n';
import type { SourceProblem } from '../../../calls/call-source.ts';
import type { ProblemCounts } from '../../../contract/messages/phone-status.ts';
import './phone-problems.css';

interface PhoneProblemsProps {
  readonly counts: ProblemCounts;
}

/** In the order of how much they concern the agent. */
const WORDS: Readonly<Record<SourceProblem['problem'], () => string>> = {
  'session-failed': () => i18n.t('phoneProblems.sessionFailed'),
  'microphone-lost': () => i18n.t('phoneProblems.microphoneLost'),
  'forgotten-request': () => i18n.t('phoneProblems.forgottenRequest'),
  'library-error': () => i18n.t('phoneProblems.libraryError'),
  'unreadable-frame': () => i18n.t('phoneProblems.unreadableFrame'),
  'unanswerable-request': () => i18n.t('phoneProblems.unanswerableRequest'),
  'unreadable-response': () => i18n.t('phoneProblems.unreadableResponse'),
};

/** What went wrong on the line to the phone system without ending a call, for its administrator. */
export function PhoneProblems({ counts }: PhoneProblemsProps) {
  const rows = Object.entries(WORDS).flatMap(([problem, words]) => {
    const count = isProblem(problem) ? (counts[problem] ?? 0) : 0;
    return count === 0 ? [] : [{ problem, words: words(), count }];
  });
  return (
    <details class="phone-problems">
      <summary>{i18n.t('phoneProblems.title')}</summary>
      {rows.length === 0 ? (
        <p>{i18n.t('phoneProblems.none')}</p>
      ) : (
        <dl>
          {rows.map(({ problem, words, count }) => (
            <div key={problem}>
              <dt>{words}</dt>
              <dd>{i18n.t('phoneProblems.times', { count })}</dd>
            </div>
          ))}
        </dl>
      )}
    </details>
  );
}

function isProblem(name: string): name is SourceProblem['problem'] {
  return name in WORDS;
}
