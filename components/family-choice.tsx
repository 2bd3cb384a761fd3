import { i18n } from '#i18n';
import type { NoteFamily } from '../contract/note.ts';
import './family-choice.css';

const FAMILIES = ['query', 'business', 'complaint'] as const satisfies readonly NoteFamily[];

interface FamilyChoiceProps {
  readonly family: NoteFamily | null;
  readonly onFamily: (family: NoteFamily | null) => void;
}

/** 查询, 业务 or 投诉; pressing the chosen one takes it back. */
export function FamilyChoice({ family, onFamily }: FamilyChoiceProps) {
  return (
    <fieldset class="family-choice" aria-label={i18n.t('note.family')}>
      {FAMILIES.map((one) => (
        <button
          key={one}
          type="button"
          class="family-choice__choice"
          aria-pressed={family === one}
          onClick={() => onFamily(family === one ? null : one)}
        >
          {i18n.t(`note.families.${one}`)}
        </button>
      ))}
    </fieldset>
  );
}
