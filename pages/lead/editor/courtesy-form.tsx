import { i18n } from '#i18n';
import type { Courtesy } from '../../../contract/pack/courtesy.ts';
import { EditList } from '../fields/edit-list.tsx';
import { LineField } from '../fields/line-field.tsx';
import { BLANK_TEXT, LocalizedField } from '../fields/localized-field.tsx';
import { into, type Place } from '../fields/place.ts';
import { FormPart } from './form-part.tsx';
import { freshId } from './fresh-id.ts';

interface CourtesyFormProps {
  readonly place: Place;
  readonly courtesy: Courtesy;
  readonly onChange: (courtesy: Courtesy) => void;
}

/** How everything is said: words that help, rules that always hold, and phrases that no script may hold. */
export function CourtesyForm({ place, courtesy, onChange }: CourtesyFormProps) {
  const { words, rules, forbiddenPhrases } = courtesy;
  const change = (more: Partial<Courtesy>) => onChange({ ...courtesy, ...more });
  const nth = (n: number) => i18n.t('lead.form.nthLine', { n: n + 1 });
  return (
    <div class="lead-form">
      <FormPart title={i18n.t('lead.form.words')}>
        <EditList
          place={into(place, 'words')}
          items={words}
          onChange={(words) => change({ words })}
          name={nth}
          body={(one, here, changed, n) => (
            <LocalizedField place={here} label={nth(n)} value={one} onChange={changed} />
          )}
          adds={[{ words: i18n.t('lead.form.addWords'), make: () => BLANK_TEXT }]}
        />
      </FormPart>
      <FormPart title={i18n.t('lead.form.rules')}>
        <EditList
          place={into(place, 'rules')}
          items={rules}
          onChange={(rules) => change({ rules })}
          name={nth}
          body={({ id, text }, here, changed, n) => (
            <LocalizedField
              place={into(here, 'text')}
              label={nth(n)}
              value={text}
              onChange={(text) => changed({ id, text })}
            />
          )}
          adds={[
            {
              words: i18n.t('lead.form.addRule'),
              make: () => ({ id: freshId('rule', rules), text: BLANK_TEXT }),
            },
          ]}
        />
      </FormPart>
      <FormPart title={i18n.t('lead.form.forbidden')} why={i18n.t('lead.form.forbiddenWhy')}>
        <EditList
          place={into(place, 'forbiddenPhrases')}
          items={forbiddenPhrases}
          onChange={(forbiddenPhrases) => change({ forbiddenPhrases })}
          name={nth}
          head={({ phrase }) => (phrase.trim() === '' ? i18n.t('lead.blank') : phrase)}
          body={({ phrase, why }, here, changed) => (
            <>
              <LineField
                place={into(here, 'phrase')}
                label={i18n.t('lead.form.phrase')}
                value={phrase}
                onChange={(phrase) => changed({ phrase, why })}
              />
              <LocalizedField
                place={into(here, 'why')}
                label={i18n.t('lead.form.phraseWhy')}
                value={why}
                onChange={(why) => changed({ phrase, why })}
              />
            </>
          )}
          adds={[{ words: i18n.t('lead.form.addPhrase'), make: () => ({ phrase: '', why: BLANK_TEXT }) }]}
        />
      </FormPart>
    </div>
  );
}
