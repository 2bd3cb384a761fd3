import { i18n } from '#i18n';
import { CUSTOMER_TEXT } from '../../../components/customer-text.ts';
import { Icon } from '../../../components/icon.tsx';
import type { Situation } from '../../../contract/pack/situation.ts';
import { situationGroupSchema } from '../../../contract/pack/situation.ts';
import { textOr } from '../fields/localized-field.tsx';
import { hashOf } from '../frame/lead-link.ts';
import type { ActOnScripts, ItemSection, ScriptsView } from '../scripts/scripts-view.ts';
import { SITUATION_GROUPS } from './situation-groups.ts';
import './item-list.css';

interface ItemListProps {
  readonly view: ScriptsView;
  readonly section: ItemSection;
  readonly act: ActOnScripts;
}

/** Situations in their groups, or technique cards; with a query, what fits it. */
export function ItemList({ view, section, act }: ItemListProps) {
  const { pack, query, found } = view;
  return (
    <nav class="item-list" aria-label={i18n.t(`lead.section.${section}`)}>
      {section === 'situations' && (
        <input
          {...CUSTOMER_TEXT}
          maxLength={200}
          type="search"
          class="item-list__find"
          aria-label={i18n.t('lead.find')}
          placeholder={i18n.t('lead.find')}
          value={query}
          onInput={({ currentTarget }) => act({ do: 'find', query: currentTarget.value })}
        />
      )}
      <div class="item-list__scroll">
        {section === 'techniques' ? (
          <Items view={view} section={section} ids={pack.techniques.map(({ id }) => id)} />
        ) : found === null ? (
          situationGroupSchema.options.map((group) => (
            <section key={group} aria-label={i18n.t(SITUATION_GROUPS[group])}>
              <h2>{i18n.t(SITUATION_GROUPS[group])}</h2>
              <Items view={view} section={section} ids={idsOfGroup(pack.situations, group)} />
            </section>
          ))
        ) : found.length === 0 ? (
          <p class="item-list__none">{i18n.t('lead.noneFound')}</p>
        ) : (
          <Items view={view} section={section} ids={found} />
        )}
      </div>
      <button type="button" class="button" onClick={() => act({ do: 'add-item', section })}>
        + {section === 'situations' ? i18n.t('lead.addSituation') : i18n.t('lead.addCard')}
      </button>
    </nav>
  );
}

interface ItemsProps extends Omit<ItemListProps, 'act'> {
  readonly ids: readonly string[];
}

function Items({ view, section, ids }: ItemsProps) {
  const items = view.pack[section];
  return (
    <ul>
      {ids.map((id) => {
        const n = items.findIndex((one) => one.id === id);
        const item = items[n];
        if (item === undefined) return null;
        const wrong = view.problems.filter(({ path }) => path[0] === section && path[1] === n).length;
        return (
          <li key={id}>
            <a
              href={hashOf({ page: 'scripts', section, item: id })}
              aria-current={view.section === section && view.item === id ? 'page' : undefined}
            >
              <span class="item-list__title">{textOr(item.title, view.language)}</span>
              {view.changed.has(id) && <span class="item-list__changed">{i18n.t('lead.changed')}</span>}
              {wrong > 0 && (
                <span class="item-list__wrong">
                  <Icon name="warning" />
                  {i18n.t('lead.problems', { count: wrong })}
                </span>
              )}
            </a>
          </li>
        );
      })}
    </ul>
  );
}

function idsOfGroup(situations: readonly Situation[], group: Situation['group']): readonly string[] {
  return situations.filter((one) => one.group === group).map(({ id }) => id);
}
