import { i18n } from '#i18n';
import type { NoteCategory } from '../../../contract/note/note.ts';
import './category-choice.css';

const CATEGORIES = ['query', 'business', 'complaint'] as const satisfies readonly NoteCategory[];

interface CategoryChoiceProps {
  readonly category: NoteCategory | null;
  readonly onCategory: (category: NoteCategory | null) => void;
}

/** 查询, 业务 or 投诉. A second press clears it. */
export function CategoryChoice({ category, onCategory }: CategoryChoiceProps) {
  return (
    <fieldset class="category-choice" aria-label={i18n.t('note.category')}>
      {CATEGORIES.map((one) => (
        <button
          key={one}
          type="button"
          class="category-choice__choice"
          aria-pressed={category === one}
          onClick={() => onCategory(category === one ? null : one)}
        >
          {i18n.t(`note.categories.${one}`)}
        </button>
      ))}
    </fieldset>
  );
}
