import { i18n } from '#i18n';
import { type ContactCategory, contactCategorySchema } from '../../../calls/vocabulary/contact-category.ts';
import './category-choice.css';

interface CategoryChoiceProps {
  readonly category: ContactCategory | null;
  readonly onCategory: (category: ContactCategory | null) => void;
}

/** 查询, 业务 or 投诉. A second press clears it. */
export function CategoryChoice({ category, onCategory }: CategoryChoiceProps) {
  return (
    <fieldset class="category-choice" aria-label={i18n.t('note.category')}>
      {contactCategorySchema.options.map((one) => (
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
