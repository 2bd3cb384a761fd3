import { i18n } from '#i18n';
import { Button } from '../../../components/button.tsx';
import { explainIssue } from '../../../contract/pack/explain-issue.ts';
import { placeName } from '../fields/place.ts';
import type { FileNotice, ImportRefusal } from '../scripts/scripts-view.ts';

interface ImportNoticeProps {
  readonly notice: FileNotice;
  readonly onDismiss: () => void;
}

/** More than these would be read by nobody. */
const MOST_SHOWN = 8;

/** What came of a file. A refusal says why, place by place, and that nothing has changed. */
export function ImportNotice({ notice, onDismiss }: ImportNoticeProps) {
  if (notice.notice === 'none') return null;
  const refused = notice.notice === 'refused';
  return (
    <div
      class={`draft-bar__notice${refused ? ' draft-bar__notice--refused' : ''}`}
      role={refused ? 'alert' : 'status'}
    >
      <p>{headline(notice)}</p>
      {refused && <Why why={notice.why} />}
      <Button variant="bare" onPress={onDismiss}>
        {i18n.t('lead.dismiss')}
      </Button>
    </div>
  );
}

function headline({ notice, file }: Exclude<FileNotice, { notice: 'none' }>): string {
  switch (notice) {
    case 'imported':
      return i18n.t('lead.imported', { file });
    case 'exported':
      return i18n.t('lead.exported', { file });
    case 'refused':
      return i18n.t('lead.importRefused', { file });
  }
}

function Why({ why }: { readonly why: ImportRefusal }) {
  switch (why.why) {
    case 'too-large':
      return <p>{i18n.t('lead.tooLarge')}</p>;
    case 'unreadable':
      return <p>{i18n.t('lists.unreadable')}</p>;
    case 'not-yaml':
      return <p>{i18n.t('lead.notYaml', { line: why.line })}</p>;
    case 'not-sound': {
      const more = why.problems.length - MOST_SHOWN;
      return (
        <ul>
          {why.problems.slice(0, MOST_SHOWN).map((problem) => (
            <li key={`${placeName(problem.path)} ${problem.reason.kind}`}>{explainIssue(problem, i18n.t)}</li>
          ))}
          {more > 0 && <li>{i18n.t('lead.andMore', { count: more })}</li>}
        </ul>
      );
    }
  }
}
