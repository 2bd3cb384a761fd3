import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import { i18n } from '#i18n';
import { CUSTOMER_TEXT } from '../../../components/customer-text.ts';
import { Icon } from '../../../components/icon.tsx';
import { NOTE_LIMITS } from '../../../contract/note/note.ts';
import { belongsToInputMethod } from '../../session/key-map.ts';
import './tag-field.css';

interface TagFieldProps {
  readonly tags: readonly string[];
  readonly onTags: (tags: string[]) => void;
}

/** The limits of contract/note/note.ts. */
const LONGEST_TAG = NOTE_LIMITS.tag;
const MOST_TAGS = 30;

/**
 * Tags, which the search finds by `#`. Enter, a space or a comma ends a tag; a press removes it.
 * They stay on one line that scrolls, so that nothing below moves.
 */
export function TagField({ tags, onTags }: TagFieldProps) {
  const id = useId();
  const line = useRef<HTMLDivElement>(null);
  // Scrolls to the tag that was added last.
  useLayoutEffect(() => {
    line.current?.scrollTo({ left: tags.length * 400 });
  }, [tags.length]);
  const add = (field: HTMLInputElement) => {
    const words = field.value.split(/[\s,，、#＃]+/).filter((word) => word !== '' && !tags.includes(word));
    field.value = '';
    if (words.length > 0) onTags([...new Set([...tags, ...words])].slice(0, MOST_TAGS));
  };
  return (
    <div ref={line} class="tag-field">
      <label class="visually-hidden" for={id}>
        {i18n.t('note.tags')}
      </label>
      <div class="tag-field__tags">
        {tags.map((tag) => (
          <button
            key={tag}
            type="button"
            class="tag-field__tag"
            aria-label={i18n.t('note.removeTag', { tag })}
            onClick={() => onTags(tags.filter((one) => one !== tag))}
          >
            <bdi>{tag}</bdi>
            <Icon name="close" />
          </button>
        ))}
      </div>
      <input
        {...CUSTOMER_TEXT}
        id={id}
        type="text"
        maxLength={LONGEST_TAG}
        placeholder={i18n.t('note.addTag')}
        onBlur={(event) => add(event.currentTarget)}
        onKeyDown={(event) => {
          if (belongsToInputMethod(event) || !['Enter', ' ', ',', '，', '、'].includes(event.key)) return;
          event.preventDefault();
          add(event.currentTarget);
        }}
      />
    </div>
  );
}
