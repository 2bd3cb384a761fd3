import type { ComponentChildren } from 'preact';
import { i18n } from '#i18n';
import { Button } from '../../../components/button.tsx';
import { zoneHere } from '../../session/zone-of.ts';
import { CalendarImport } from '../calendar/calendar-import.tsx';
import { MissingYearNotice } from '../calendar/missing-year-notice.tsx';
import { DraftBar } from '../draft/draft-bar.tsx';
import { ItemList } from '../editor/item-list.tsx';
import { SECTION_FIELDS } from '../editor/section-fields.ts';
import { SituationForm } from '../editor/situation-form.tsx';
import { TECHNIQUE_FIELDS } from '../editor/technique-fields.ts';
import { FieldOf, FieldsOf } from '../fields/fields-of.tsx';
import { textOr } from '../fields/localized-field.tsx';
import { into, type Place } from '../fields/place.ts';
import { hashOf } from '../frame/lead-link.ts';
import { PreviewPane } from '../preview/preview-pane.tsx';
import { TryOutPane } from '../preview/try-out-pane.tsx';
import { type ActOnScripts, type ItemSection, type ScriptsView, SECTIONS } from './scripts-view.ts';
import './scripts-page.css';

interface ScriptsPageProps {
  readonly view: ScriptsView;
  readonly act: ActOnScripts;
}

/** The pack editor: list, form, preview, side by side. */
export function ScriptsPage({ view, act }: ScriptsPageProps) {
  const { section } = view;
  const isList = section === 'situations' || section === 'techniques';
  return (
    <div class={`scripts-page${isList ? '' : ' scripts-page--no-list'}`}>
      <div class="scripts-page__top">
        <Sections view={view} />
        <DraftBar view={view} act={act} />
        <MissingYearNotice calendar={view.pack.calendar} now={Date.now()} utcOffsetMinutes={zoneHere()} />
      </div>
      {isList && <ItemList view={view} section={section} act={act} />}
      <main class="scripts-page__form">
        <Form view={view} act={act} />
      </main>
      <PreviewPane preview={view.preview} act={act} />
    </div>
  );
}

function Sections({ view }: { readonly view: ScriptsView }) {
  return (
    <nav class="scripts-page__sections" aria-label={i18n.t('lead.sections')}>
      {SECTIONS.map((section) => (
        <a
          key={section}
          href={hashOf(
            section === 'situations' || section === 'techniques'
              ? { page: 'scripts', section, item: null }
              : { page: 'scripts', section },
          )}
          aria-current={view.section === section ? 'page' : undefined}
        >
          {section === 'try-out' ? i18n.t('lead.section.tryOut') : i18n.t(`lead.section.${section}`)}
        </a>
      ))}
    </nav>
  );
}

function Form({ view, act }: ScriptsPageProps) {
  const { pack, language, problems, section, item } = view;
  const place: Place = { path: [], problems, pack, language };
  const edit = (more: Partial<typeof pack>) => act({ do: 'edit', pack: { ...pack, ...more } });
  switch (section) {
    case 'situations': {
      const n = pack.situations.findIndex(({ id }) => id === item);
      const situation = pack.situations[n];
      if (situation === undefined) return <Nothing />;
      return (
        <Item title={textOr(situation.title, language)} section={section} id={situation.id} act={act}>
          <SituationForm
            key={situation.id}
            place={into(place, 'situations', n)}
            situation={situation}
            onChange={(changed) => edit({ situations: pack.situations.with(n, changed) })}
            onStep={(step) => act({ do: 'preview-step', step })}
          />
        </Item>
      );
    }
    case 'techniques': {
      const n = pack.techniques.findIndex(({ id }) => id === item);
      const card = pack.techniques[n];
      if (card === undefined) return <Nothing />;
      return (
        <Item title={textOr(card.title, language)} section={section} id={card.id} act={act}>
          <div key={card.id} class="lead-form">
            <FieldsOf
              place={into(place, 'techniques', n)}
              value={card}
              fields={TECHNIQUE_FIELDS}
              onChange={(changed) => edit({ techniques: pack.techniques.with(n, changed) })}
            />
          </div>
        </Item>
      );
    }
    case 'try-out':
      return <TryOutPane tryOut={view.tryOut} act={act} />;
    default:
      return (
        <Titled title={i18n.t(`lead.section.${section}`)}>
          {section === 'calendar' && (
            <CalendarImport
              calendar={pack.calendar}
              languages={pack.languages}
              onImport={(calendar) => edit({ calendar })}
            />
          )}
          <div key={section} class="lead-form">
            <FieldOf name={section} place={place} value={pack} fields={SECTION_FIELDS} onChange={edit} />
          </div>
        </Titled>
      );
  }
}

function Titled({ title, children }: { readonly title: string; readonly children: ComponentChildren }) {
  return (
    <>
      <header class="scripts-page__item">
        <h2>{title}</h2>
      </header>
      {children}
    </>
  );
}

function Nothing() {
  return <p class="scripts-page__nothing">{i18n.t('lead.pickOne')}</p>;
}

interface ItemProps {
  readonly title: string;
  readonly section: ItemSection;
  readonly id: string;
  readonly act: ActOnScripts;
  readonly children: ComponentChildren;
}

function Item({ title, section, id, act, children }: ItemProps) {
  return (
    <>
      <header class="scripts-page__item">
        <h2>{title}</h2>
        <Button variant="bare" onPress={() => act({ do: 'copy-item', section, id })}>
          {i18n.t('lead.copy')}
        </Button>
        <Button variant="bare" onPress={() => act({ do: 'remove-item', section, id })}>
          {i18n.t('lead.remove')}
        </Button>
      </header>
      {children}
    </>
  );
}
