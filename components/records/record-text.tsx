import { Fragment } from 'preact';
import { i18n } from '#i18n';
import type { NoteFields } from '../../contract/note/note.ts';
import { addressOf } from '../caller-name.ts';
import { detailWord } from './field-word.ts';

/** A note to read. */
export function RecordText({ note }: { readonly note: NoteFields }) {
  const address = addressOf(note.surname, note.title);
  const yesNo = (answer: boolean | null) =>
    answer === null ? '–' : i18n.t(answer ? 'common.yes' : 'common.no');
  return (
    <section class="records__read" aria-label={i18n.t('note.region')}>
      {address !== null && <strong>{address}</strong>}
      <p class="records__whole">{note.text === '' ? i18n.t('records.noText') : note.text}</p>
      <dl>
        <dt>{i18n.t('note.category')}</dt>
        <dd>{note.category === null ? '–' : i18n.t(`note.categories.${note.category}`)}</dd>
        <dt>{i18n.t('note.contactNumber')}</dt>
        <dd>{note.contactNumber === '' ? '–' : note.contactNumber}</dd>
        {Object.entries(note.details).map(([field, text]) => (
          <Fragment key={field}>
            <dt>{detailWord(field)}</dt>
            <dd>{text}</dd>
          </Fragment>
        ))}
        <dt>{i18n.t('note.tags')}</dt>
        <dd>
          <bdi>{note.tags.length === 0 ? '–' : note.tags.join('、')}</bdi>
        </dd>
        <dt>{i18n.t('wrapUp.settled')}</dt>
        <dd>{yesNo(note.settled)}</dd>
        <dt>{i18n.t('wrapUp.satisfied')}</dt>
        <dd>{yesNo(note.satisfied)}</dd>
      </dl>
    </section>
  );
}
