import { useId, useState } from 'preact/hooks';
import * as v from 'valibot';
import { i18n } from '#i18n';
import { type Oidc, oidcSchema } from '../../../contract/members/organisation.ts';
import { ConfirmButton } from '../../confirm-button.tsx';
import type { OrganisationAction, OrganisationView } from '../organisation-view.ts';
import { AskedNote } from './asked-note.tsx';

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
        <h3>{i18n.t('desk.organisation.signIn')}</h3>
        <p>{i18n.t(view.oidc === null ? 'desk.organisation.off' : 'desk.organisation.on')}</p>
        <dl class="team-page__facts">
          <dt>{i18n.t('desk.organisation.code')}</dt>
          <dd>
            <code>{view.code}</code>
          </dd>
          <dt>{i18n.t('desk.organisation.redirect')}</dt>
          <dd>
            <code>{view.redirect}</code>
          </dd>
        </dl>
        <OidcForm key={JSON.stringify(view.oidc)} oidc={view.oidc} act={act} />
      </section>
    </main>
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
      <div class="desk-field">
        <label for={`${id}-${name}`}>{i18n.t(`desk.organisation.${name}`)}</label>
        <input
          id={`${id}-${name}`}
          name={name}
          autocomplete="off"
          spellcheck={false}
          value={typed[name]}
          aria-invalid={isWrong}
          aria-describedby={`${id}-${name}-hint`}
          onInput={({ currentTarget }) => setTyped({ ...typed, [name]: currentTarget.value.trim() })}
        />
        <p id={`${id}-${name}-hint`} class={isWrong ? 'desk-field__problem' : 'desk-field__hint'}>
          {i18n.t(isWrong ? `desk.organisation.wrong.${name}` : `desk.organisation.hint.${name}`)}
        </p>
      </div>
    );
  };
  return (
    <form
      class="desk-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (parsed.success) act({ do: 'save-oidc', oidc: parsed.output });
      }}
    >
      {field('issuer')}
      {field('clientId')}
      {field('claim')}
      <p class="desk-field__hint">{i18n.t('desk.organisation.bindHint')}</p>
      <div class="desk-row">
        <button type="submit" class="button button--main" disabled={!parsed.success}>
          {i18n.t('common.save')}
        </button>
        {oidc !== null && (
          <ConfirmButton
            question={i18n.t('desk.organisation.turnOffSure')}
            onSure={() => act({ do: 'save-oidc', oidc: null })}
          >
            {i18n.t('desk.organisation.turnOff')}
          </ConfirmButton>
        )}
      </div>
    </form>
  );
}
