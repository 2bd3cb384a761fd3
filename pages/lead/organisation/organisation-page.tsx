import { useId, useState } from 'preact/hooks';
import * as v from 'valibot';
import { i18n } from '#i18n';
import { readCount } from '../../../calls/numbers/plain-digits.ts';
import { ConfirmButton } from '../../../components/confirm-button.tsx';
import { CUSTOMER_TEXT } from '../../../components/customer-text.ts';
import { MOST_LOCK_MINUTES } from '../../../contract/api/members/member.ts';
import {
  FEWEST_IDLE_DAYS,
  MOST_IDLE_DAYS,
  type Oidc,
  oidcSchema,
} from '../../../contract/api/members/organisation.ts';
import { longestText } from '../../../contract/longest-text.ts';
import { CountInput } from '../fields/count-input.tsx';
import { AskedNote } from '../review/asked-note.tsx';
import type { OrganisationAction, OrganisationView } from './organisation-view.ts';

interface OrganisationPageProps {
  readonly view: OrganisationView;
  readonly act: (action: OrganisationAction) => void;
}

/** How the organisation's members sign in with the company's own accounts. */
export function OrganisationPage({ view, act }: OrganisationPageProps) {
  const id = useId();
  return (
    <main class="team-page">
      <section aria-labelledby={`${id}-title`}>
        <h2 id={`${id}-title`}>{view.name}</h2>
        <AskedNote asked={view.asked} />
        <h3>{i18n.t('lead.organisation.signIn')}</h3>
        <p>{i18n.t(view.oidc === null ? 'lead.organisation.off' : 'lead.organisation.on')}</p>
        <dl class="team-page__facts">
          <dt>{i18n.t('lead.organisation.code')}</dt>
          <dd>
            <code>{view.code}</code>
          </dd>
          <dt>{i18n.t('lead.organisation.redirect')}</dt>
          <dd>
            <code>{view.redirect}</code>
          </dd>
        </dl>
        <LimitForm
          key={`idle ${view.deviceIdleDays}`}
          name="deviceIdleDays"
          bounds={[FEWEST_IDLE_DAYS, MOST_IDLE_DAYS]}
          value={view.deviceIdleDays}
          words={{
            label: i18n.t('lead.organisation.idleDays'),
            hint: i18n.t('lead.organisation.idleDaysHint'),
          }}
          onSave={(days) => days !== null && act({ do: 'save-idle-days', days })}
        />
        <LimitForm
          key={`lock ${view.lockAfterMinutes}`}
          name="lockAfterMinutes"
          bounds={[1, MOST_LOCK_MINUTES]}
          value={view.lockAfterMinutes}
          optional
          words={{
            label: i18n.t('lead.organisation.lockAfter'),
            hint: i18n.t('lead.organisation.lockAfterHint'),
          }}
          onSave={(minutes) => act({ do: 'save-lock-minutes', minutes })}
        />
        <OidcForm key={JSON.stringify(view.oidc)} oidc={view.oidc} act={act} />
      </section>
    </main>
  );
}

interface LimitFormProps {
  readonly name: string;
  readonly bounds: readonly [number, number];
  readonly value: number | null;
  /** An empty field means no limit. */
  readonly optional?: boolean;
  readonly words: { readonly label: string; readonly hint: string };
  readonly onSave: (value: number | null) => void;
}

function LimitForm({ name, bounds, value, optional = false, words, onSave }: LimitFormProps) {
  const id = useId();
  const [typed, setTyped] = useState(value === null ? '' : String(value));
  return (
    <form
      class="lead-row"
      onSubmit={(event) => {
        event.preventDefault();
        onSave(readCount(typed));
      }}
    >
      <div class="lead-field">
        <label for={id}>{words.label}</label>
        <CountInput
          {...{ id, name, bounds, optional, typed }}
          describedBy={`${id}-hint`}
          onTyped={setTyped}
        />
        <p id={`${id}-hint`} class="lead-field__hint">
          {words.hint}
        </p>
      </div>
      <button type="submit" class="button">
        {i18n.t('common.save')}
      </button>
    </form>
  );
}

const BLANK: Oidc = { issuer: '', clientId: '', claim: '' };

interface OidcFormProps {
  readonly oidc: Oidc | null;
  readonly act: OrganisationPageProps['act'];
}

function OidcForm({ oidc, act }: OidcFormProps) {
  const id = useId();
  const [typed, setTyped] = useState(oidc ?? BLANK);
  const parsed = v.safeParse(oidcSchema, typed);
  const wrong = new Set(parsed.issues?.map((issue) => v.getDotPath(issue)));
  const field = (name: 'issuer' | 'clientId' | 'claim') => {
    const isWrong = wrong.has(name) && typed[name] !== '';
    return (
      <div class="lead-field">
        <label for={`${id}-${name}`}>{i18n.t(`lead.organisation.${name}`)}</label>
        <input
          {...CUSTOMER_TEXT}
          id={`${id}-${name}`}
          name={name}
          maxLength={name === 'claim' ? 80 : longestText(oidcSchema.entries[name])}
          value={typed[name]}
          aria-invalid={isWrong}
          aria-describedby={`${id}-${name}-hint`}
          onInput={({ currentTarget }) => setTyped({ ...typed, [name]: currentTarget.value.trim() })}
        />
        <p id={`${id}-${name}-hint`} class={isWrong ? 'lead-field__problem' : 'lead-field__hint'}>
          {i18n.t(isWrong ? `lead.organisation.wrong.${name}` : `lead.organisation.hint.${name}`)}
        </p>
      </div>
    );
  };
  return (
    <form
      class="lead-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (parsed.success) act({ do: 'save-oidc', oidc: parsed.output });
      }}
    >
      {field('issuer')}
      {field('clientId')}
      {field('claim')}
      <p class="lead-field__hint">{i18n.t('lead.organisation.bindHint')}</p>
      <div class="lead-row">
        <button type="submit" class="button button--main" disabled={!parsed.success}>
          {i18n.t('common.save')}
        </button>
        {oidc !== null && (
          <ConfirmButton
            question={i18n.t('lead.organisation.turnOffSure')}
            onSure={() => act({ do: 'save-oidc', oidc: null })}
          >
            {i18n.t('lead.organisation.turnOff')}
          </ConfirmButton>
        )}
      </div>
    </form>
  );
}
