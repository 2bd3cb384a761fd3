import { useId } from 'preact/hooks';
import { i18n } from '#i18n';
import { Button } from '../../../components/button.tsx';
import { tameText } from '../../../components/caller-text.ts';
import { CUSTOMER_TEXT } from '../../../components/customer-text.ts';
import { ListPreview } from './list-preview.tsx';
import { ListProgressTable } from './list-progress-table.tsx';
import type { ListDraft, ListRefusal, ListsAction, ListsView } from './lists-view.ts';
import '../frame/team-page.css';
import './lists.css';

interface ListsPageProps {
  readonly view: ListsView;
  readonly act: (action: ListsAction) => void;
}

/** The lead hands out call-back lists, and sees how far they are. */
export function ListsPage({ view, act }: ListsPageProps) {
  const { draft, preview, refused, missing, state, templates, lists, locked } = view;
  const id = useId();
  const edit = (patch: Partial<ListDraft>) => act({ do: 'edit', patch });
  return (
    <main class="team-page lists">
      <section aria-labelledby={`${id}-new`}>
        <h2 id={`${id}-new`}>{i18n.t('lists.new')}</h2>
        <p class="field__hint">{i18n.t('lists.how')}</p>
        <div class="lead-row">
          <div class="lead-field">
            <label for={`${id}-template`}>{i18n.t('lists.template')}</label>
            <select
              id={`${id}-template`}
              name="template"
              value=""
              onChange={({ currentTarget: { value } }) => act({ do: 'template', id: value })}
            >
              <option value="">{i18n.t('lists.noTemplate')}</option>
              {templates.map((one) => (
                <option key={one.id} value={one.id}>
                  {one.name}
                </option>
              ))}
            </select>
          </div>
          <Field
            label={i18n.t('lists.name')}
            name="name"
            value={draft.name}
            most={80}
            onInput={(name) => edit({ name })}
          />
          <Field
            label={i18n.t('lists.matter')}
            name="matter"
            value={draft.matter}
            most={2_000}
            onInput={(matter) => edit({ matter })}
          />
          <div class="lead-field">
            <label for={`${id}-from`}>{i18n.t('lists.from')}</label>
            <input
              id={`${id}-from`}
              name="from"
              type="date"
              value={draft.from}
              onInput={({ currentTarget: { value } }) => edit({ from: value })}
            />
          </div>
          <Field
            label={i18n.t('lists.agents')}
            name="agents"
            value={draft.agents}
            most={2_000}
            onInput={(agents) => edit({ agents })}
          />
        </div>
        <div class="lead-field">
          <label for={`${id}-file`}>{i18n.t('lists.file')}</label>
          <input
            id={`${id}-file`}
            name="file"
            type="file"
            accept=".xlsx,.csv"
            onChange={({ currentTarget }) => {
              const [file] = currentTarget.files ?? [];
              if (file !== undefined) act({ do: 'choose', file });
              // The same file can be chosen once more after it was corrected.
              currentTarget.value = '';
            }}
          />
        </div>
        {refused !== null && (
          <p class="field__problem" role="alert">
            {refusalText(refused)}
          </p>
        )}
        {preview !== null && (
          <ListPreview
            preview={preview}
            missing={missing}
            isBusy={state === 'busy'}
            onHandOut={() => act({ do: 'hand-out' })}
            onForget={() => act({ do: 'forget' })}
          />
        )}
        <p role="status">{stateText(state)}</p>
      </section>
      <section aria-labelledby={`${id}-lists`}>
        <h2 id={`${id}-lists`}>{i18n.t('lists.progress')}</h2>
        {locked && <p>{i18n.t('orders.locked')}</p>}
        {lists.length === 0 && <p>{i18n.t('lists.none')}</p>}
        {lists.length > 0 && (
          <div class="lead-row">
            <Button onPress={() => act({ do: 'export' })}>{i18n.t('lists.export')}</Button>
          </div>
        )}
        {lists.map((list) => (
          <article key={list.name} class="lists__list">
            <h3>{tameText(list.name, 80)}</h3>
            <ListProgressTable
              list={list}
              onReassign={(from, to) => act({ do: 'reassign', list: list.name, from, to })}
            />
          </article>
        ))}
      </section>
    </main>
  );
}

interface FieldProps {
  readonly label: string;
  readonly name: string;
  readonly value: string;
  readonly most: number;
  readonly onInput: (value: string) => void;
}

function Field({ label, name, value, most, onInput }: FieldProps) {
  const id = useId();
  return (
    <div class="lead-field">
      <label for={id}>{label}</label>
      <input
        id={id}
        name={name}
        type="text"
        {...CUSTOMER_TEXT}
        maxLength={most}
        value={value}
        onInput={({ currentTarget }) => onInput(currentTarget.value)}
      />
    </div>
  );
}

function refusalText(refused: ListRefusal): string {
  switch (refused) {
    case 'too-large':
      return i18n.t('lists.tooLarge');
    case 'unreadable':
      return i18n.t('lists.unreadable');
    case 'empty':
      return i18n.t('lists.empty');
    case 'no-number-column':
      return i18n.t('lists.noNumberColumn');
    case 'too-many-rows':
      return i18n.t('lists.tooManyRows');
  }
}

function stateText(state: ListsView['state']): string {
  switch (state) {
    case 'idle':
      return '';
    case 'busy':
      return i18n.t('lead.asked.busy');
    case 'done':
      return i18n.t('lists.done');
    case 'failed':
      return i18n.t('orders.notKept');
  }
}
