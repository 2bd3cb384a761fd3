import { useId, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { CUSTOMER_TEXT } from '../../../components/customer-text.ts';
import { longestText } from '../../../contract/longest-text.ts';
import { packSchema } from '../../../contract/pack/pack.ts';
import { releaseHeadSchema } from '../../../contract/release/release.ts';
import type { Publication, PublishView } from '../frame/server-view.ts';

interface PublishFormProps {
  readonly view: PublishView;
  readonly onPublish: (publication: Publication) => void;
}

/**
 * Version, release note, pilot group and start time. A draft with problems or without changes
 * cannot be published.
 */
export function PublishForm({ view, onPublish }: PublishFormProps) {
  const id = useId();
  const [version, setVersion] = useState(view.suggestedVersion);
  const [message, setMessage] = useState('');
  const [startsAt, setStartsAt] = useState('');
  const [group, setGroup] = useState<readonly string[]>([]);
  const isVersion = /^\d+\.\d+\.\d+$/.test(version);
  const blocked =
    view.problems > 0 ||
    view.changes.length === 0 ||
    view.signer === 'shown' ||
    view.asked.asked === 'busy' ||
    !isVersion ||
    message.trim() === '';
  return (
    <form
      class="lead-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (blocked) return;
        const starts = Date.parse(startsAt);
        onPublish({
          version,
          message: message.trim(),
          group: group.length === 0 ? null : group,
          startsAt: Number.isNaN(starts) ? null : starts,
        });
      }}
    >
      <div class="lead-field">
        <label for={`${id}-message`}>{i18n.t('lead.publish.message')}</label>
        <textarea
          {...CUSTOMER_TEXT}
          id={`${id}-message`}
          rows={2}
          maxLength={longestText(releaseHeadSchema.entries.message)}
          value={message}
          onInput={({ currentTarget }) => setMessage(currentTarget.value)}
        />
      </div>
      <div class="lead-row">
        <div class="lead-field">
          <label for={`${id}-version`}>{i18n.t('lead.publish.version')}</label>
          <input
            {...CUSTOMER_TEXT}
            id={`${id}-version`}
            maxLength={longestText(packSchema.entries.version)}
            value={version}
            aria-invalid={!isVersion}
            onInput={({ currentTarget }) => setVersion(currentTarget.value)}
          />
        </div>
        <div class="lead-field">
          <label for={`${id}-start`}>{i18n.t('lead.publish.startsAt')}</label>
          <input
            id={`${id}-start`}
            type="datetime-local"
            value={startsAt}
            onInput={({ currentTarget }) => setStartsAt(currentTarget.value)}
          />
        </div>
      </div>
      <fieldset class="lead-ticks">
        <legend>{i18n.t('lead.publish.group')}</legend>
        {view.agents.map(({ number, name }) => (
          <label key={number} class="lead-field lead-field--tick">
            <input
              type="checkbox"
              checked={group.includes(number)}
              onChange={({ currentTarget }) =>
                setGroup(currentTarget.checked ? [...group, number] : group.filter((one) => one !== number))
              }
            />
            {number} {name}
          </label>
        ))}
      </fieldset>
      <div>
        <button type="submit" class="button button--main" disabled={blocked}>
          {group.length === 0
            ? i18n.t('lead.publish.toAll')
            : i18n.t('lead.publish.toGroup', { count: group.length })}
        </button>
      </div>
    </form>
  );
}
