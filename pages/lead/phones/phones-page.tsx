import { useId, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { Button } from '../../../components/button.tsx';
import { ConfirmButton } from '../../../components/confirm-button.tsx';
import { CUSTOMER_TEXT } from '../../../components/customer-text.ts';
import { formatDay } from '../../../components/format-time.ts';
import { newAccessTokenSchema } from '../../../contract/api/tokens/access-token.ts';
import { longestText } from '../../../contract/longest-text.ts';
import { AskedNote } from '../review/asked-note.tsx';
import { PHONE_KINDS, PHONE_NAMES, phoneLines } from './phone-lines.ts';
import type { PhonesAction, PhonesView } from './phones-view.ts';
import './phones.css';

interface PhonesPageProps {
  readonly view: PhonesView;
  readonly now: number;
  readonly act: (action: PhonesAction) => void;
}

/** Desk phones and phone systems that report their calls to the team's server. */
export function PhonesPage({ view, now, act }: PhonesPageProps) {
  return (
    <main class="team-page">
      <section aria-labelledby="phones-title">
        <h2 id="phones-title">{i18n.t('lead.page.phones')}</h2>
        <p>{i18n.t('lead.phones.about')}</p>
        <AskedNote asked={view.asked} />
        {view.port === null && <p role="status">{i18n.t('lead.phones.noPort')}</p>}
        {view.made !== null && <MadeCard made={view.made} onHide={() => act({ do: 'hide' })} />}
        {view.port !== null && (
          <NewPhoneForm owners={view.owners} onMake={(member, label) => act({ do: 'make', member, label })} />
        )}
        {view.tokens.length > 0 && <TokenTable view={view} now={now} act={act} />}
      </section>
    </main>
  );
}

function TokenTable({ view, now, act }: PhonesPageProps) {
  return (
    <div class="team-page__scroll">
      <table>
        <thead>
          <tr>
            {(['owner', 'label', 'used', 'does'] as const).map((column) => (
              <th key={column} scope="col">
                {i18n.t(`lead.phones.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {view.tokens.map(({ id, label, member, lastUsedAt }) => {
            const owner = view.owners.find((one) => one.id === member);
            return (
              <tr key={id}>
                <th scope="row">{owner === undefined ? '' : `${owner.number} ${owner.name}`}</th>
                <td class="team-page__name">{label}</td>
                <td>{lastUsedAt === null ? i18n.t('lead.phones.neverUsed') : formatDay(lastUsedAt, now)}</td>
                <td>
                  <ConfirmButton
                    variant="bare"
                    question={i18n.t('lead.phones.revokeSure', { label })}
                    onSure={() => act({ do: 'revoke', token: id })}
                  >
                    {i18n.t('lead.phones.revoke')}
                  </ConfirmButton>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

interface NewPhoneFormProps {
  readonly owners: PhonesView['owners'];
  readonly onMake: (member: string, label: string) => void;
}

function NewPhoneForm({ owners, onMake }: NewPhoneFormProps) {
  const id = useId();
  const [member, setMember] = useState<string | null>(null);
  const [label, setLabel] = useState('');
  const chosen = member ?? owners[0]?.id;
  return (
    <form
      class="lead-row"
      onSubmit={(event) => {
        event.preventDefault();
        if (chosen === undefined || label.trim() === '') return;
        onMake(chosen, label.trim());
        setLabel('');
      }}
    >
      <div class="lead-field">
        <label for={`${id}-owner`}>{i18n.t('lead.phones.owner')}</label>
        <select
          id={`${id}-owner`}
          value={chosen}
          onChange={({ currentTarget }) => setMember(currentTarget.value)}
        >
          {owners.map((owner) => (
            <option key={owner.id} value={owner.id}>
              {`${owner.number} ${owner.name}`}
            </option>
          ))}
        </select>
      </div>
      <div class="lead-field">
        <label for={`${id}-label`}>{i18n.t('lead.phones.label')}</label>
        <input
          {...CUSTOMER_TEXT}
          id={`${id}-label`}
          required
          maxLength={longestText(newAccessTokenSchema.entries.label)}
          value={label}
          onInput={({ currentTarget }) => setLabel(currentTarget.value)}
        />
      </div>
      <button type="submit" class="button button--main">
        {i18n.t('lead.phones.make')}
      </button>
    </form>
  );
}

/** Of what is shown; nothing is typed there. */
const LONGEST_LINES = 10_000;

interface MadeCardProps {
  readonly made: NonNullable<PhonesView['made']>;
  readonly onHide: () => void;
}

/** The lines with the token, for the phone that is chosen. */
function MadeCard({ made: { label, owner, address }, onHide }: MadeCardProps) {
  const id = useId();
  const [kind, setKind] = useState<(typeof PHONE_KINDS)[number]>('yealink');
  return (
    <section class="phone-lines" aria-labelledby={`${id}-title`}>
      <h3 id={`${id}-title`}>{i18n.t('lead.phones.made', { label, owner })}</h3>
      <div class="lead-field">
        <label for={`${id}-kind`}>{i18n.t('lead.phones.kind')}</label>
        <select
          id={`${id}-kind`}
          value={kind}
          onChange={({ currentTarget }) => {
            const chosen = PHONE_KINDS.find((one) => one === currentTarget.value);
            if (chosen !== undefined) setKind(chosen);
          }}
        >
          {PHONE_KINDS.map((one) => (
            <option key={one} value={one}>
              {PHONE_NAMES[one]}
            </option>
          ))}
        </select>
      </div>
      <p>{i18n.t(`lead.phones.where.${kind}`)}</p>
      <textarea
        class="phone-lines__text"
        aria-label={i18n.t('lead.phones.lines', { phone: PHONE_NAMES[kind] })}
        readOnly
        maxLength={LONGEST_LINES}
        {...CUSTOMER_TEXT}
        rows={Math.min(14, phoneLines(kind, address).split('\n').length + 1)}
        value={phoneLines(kind, address)}
        onFocus={({ currentTarget }) => currentTarget.select()}
      />
      <p>{i18n.t('lead.phones.once')}</p>
      <div>
        <Button onPress={onHide}>{i18n.t('lead.phones.hide')}</Button>
      </div>
    </section>
  );
}
