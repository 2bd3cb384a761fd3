import { i18n } from '#i18n';
import { Button } from '../../../components/button.tsx';
import { formatClock } from '../../../components/format-time.ts';
import type { PackLanguage } from '../../../contract/pack/localized-text.ts';
import type { PackChange } from '../../../contract/release/pack-change.ts';
import { placeName } from '../fields/place.ts';
import type { DraftConflict as Conflict } from '../scripts/scripts-view.ts';
import { changeWords } from './change-words.ts';

interface DraftConflictProps {
  readonly conflict: Conflict;
  readonly language: PackLanguage;
  readonly onResolve: (keep: 'mine' | 'theirs') => void;
}

/**
 * Two states of the draft that cannot be merged: who made them, when, what each changed, and the
 * choice. Both are kept until one is chosen.
 */
export function DraftConflict({ conflict, language, onResolve }: DraftConflictProps) {
  const { by, at, theirs, mine, packs } = conflict;
  const time = formatClock(at);
  const list = (title: string, changes: readonly PackChange[]) => (
    <section aria-label={title}>
      <strong>{title}</strong>
      <ul>
        {changes.map((change) => (
          <li key={`${placeName(change.path)} ${change.what.kind}`}>
            {changeWords(change, packs, language)}
          </li>
        ))}
      </ul>
    </section>
  );
  return (
    <div class="draft-bar__conflict" role="alert">
      <p>
        {by === null
          ? i18n.t('lead.conflict.window', { time })
          : i18n.t('lead.conflict.colleague', { who: by, time })}
      </p>
      <Button onPress={() => onResolve('theirs')}>
        {by === null ? i18n.t('lead.useTheirs') : i18n.t('lead.conflict.useTheirs', { who: by })}
      </Button>
      <Button onPress={() => onResolve('mine')}>
        {by === null ? i18n.t('lead.keepMine') : i18n.t('lead.conflict.keep')}
      </Button>
      <details>
        <summary>{i18n.t('lead.conflict.differences')}</summary>
        <div class="draft-bar__sides">
          {list(by === null ? i18n.t('lead.conflict.there') : by, theirs)}
          {list(i18n.t('lead.conflict.here'), mine)}
        </div>
      </details>
    </div>
  );
}
