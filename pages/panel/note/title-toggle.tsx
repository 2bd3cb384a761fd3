import { i18n } from '#i18n';
import './title-toggle.css';

interface TitleToggleProps {
  readonly title: 'mr' | 'ms' | null;
  readonly onTitle: (title: 'mr' | 'ms' | null) => void;
}

/** 先生 or 女士. A second press clears it, because a wrong title is worse than none. */
export function TitleToggle({ title, onTitle }: TitleToggleProps) {
  const choice = (value: 'mr' | 'ms', word: string) => (
    <button
      type="button"
      class="title-toggle__choice"
      aria-pressed={title === value}
      onClick={() => onTitle(title === value ? null : value)}
    >
      {word}
    </button>
  );
  return (
    <fieldset class="title-toggle" aria-label={i18n.t('note.title')}>
      {choice('mr', i18n.t('note.mr'))}
      {choice('ms', i18n.t('note.ms'))}
    </fieldset>
  );
}
