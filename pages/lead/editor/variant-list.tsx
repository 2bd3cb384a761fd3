import { i18n } from '#i18n';
import type { Pack } from '../../../contract/pack/pack.ts';
import type { Variant } from '../../../contract/pack/variant.ts';
import { EditList } from '../fields/edit-list.tsx';
import { BLANK_TEXT, LocalizedField } from '../fields/localized-field.tsx';
import { into, type Place } from '../fields/place.ts';
import { CONDITION_WORDS } from '../words/situation-words.ts';
import { ConditionFields, NEW_CONDITIONS } from './condition-fields.tsx';

interface VariantListProps {
  readonly place: Place;
  readonly variants: readonly Variant[];
  readonly pack: Pack;
  readonly onChange: (variants: Variant[]) => void;
}

/** Other words for the same step, each with when it is said; folded up, for most steps have none. */
export function VariantList({ place, variants, pack, onChange }: VariantListProps) {
  const { language } = place;
  return (
    <details class="lead-fold">
      <summary>{i18n.t('lead.variants', { count: variants.length })}</summary>
      <EditList
        place={place}
        items={variants}
        onChange={onChange}
        name={(n) => i18n.t('lead.nthVariant', { n: n + 1 })}
        head={({ when }) => when.map(({ kind }) => CONDITION_WORDS[kind][language]).join(' + ')}
        body={(variant, here, change) => (
          <>
            <EditList
              place={into(here, 'when')}
              items={variant.when}
              onChange={(when) => change({ ...variant, when })}
              name={(n) => i18n.t('lead.nthCondition', { n: n + 1 })}
              body={(condition, at, changed) => (
                <ConditionFields place={at} condition={condition} pack={pack} onChange={changed} />
              )}
              adds={[{ words: i18n.t('lead.addCondition'), make: () => NEW_CONDITIONS['name-known'] }]}
            />
            <LocalizedField
              place={into(here, 'text')}
              label={i18n.t('lead.variantText')}
              value={variant.text}
              onChange={(text) => change({ ...variant, text })}
            />
          </>
        )}
        adds={[
          {
            words: i18n.t('lead.addVariant'),
            make: () => ({ when: [NEW_CONDITIONS['name-known']], text: BLANK_TEXT }),
          },
        ]}
      />
    </details>
  );
}
