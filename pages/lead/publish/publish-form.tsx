import { useEffect, useId, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { Confirm } from '../../../components/confirm.tsx';
import { CUSTOMER_TEXT } from '../../../components/customer-text.ts';
import { longestText } from '../../../contract/longest-text.ts';
import { packSchema } from '../../../contract/pack/pack.ts';
import { releaseHeadSchema } from '../../../contract/release/release.ts';
import type { Publication, PublishView, ReleaseChoice } from '../frame/server-view.ts';
import { authorWords, othersWords, PartChoice } from './part-choice.tsx';

interface PublishFormProps {
  readonly view: PublishView;
  readonly onPublish: (publication: Publication) => void;
  readonly onChoose: (choice: ReleaseChoice) => void;
}

/**
 * Whose changes, version, release note, pilot group and start time. What has problems or no changes
 * cannot be published.
 */
export function PublishForm({ view, onPublish, onChoose }: PublishFormProps) {
  const id = useId();
  const [written, setVersion] = useState<string | null>(null);
  const [message, setMessage] = useState('');
  const [startsAt, setStartsAt] = useState('');
  const [group, setGroup] = useState<readonly string[]>([]);
  const [parts, setParts] = useState<readonly string[] | null>(null);
  const [isAsked, setAsked] = useState(false);
  // An empty form is for everybody, whatever was chosen on an earlier visit.
  useEffect(() => onChoose({ group: null, startsAt: null, parts: null }), []);
  const version = written ?? view.suggestedVersion;
  const isVersion = /^\d+\.\d+\.\d+$/.test(version);
  const blocked =
    view.problems > 0 ||
    view.changes.length === 0 ||
    view.signer === 'shown' ||
    view.asked.asked === 'busy' ||
    !isVersion ||
    message.trim() === '';
  const others = othersWords(view);
  const starts = (written: string) => (Number.isNaN(Date.parse(written)) ? null : Date.parse(written));
  const choose = (change: Partial<ReleaseChoice>) => {
    setAsked(false);
    onChoose({ group: group.length === 0 ? null : group, startsAt: starts(startsAt), parts, ...change });
  };
  const chooseGroup = (agents: readonly string[]) => {
    setGroup(agents);
    // What another audience has in use is something else: what to publish is a new question.
    setParts(null);
    choose({ group: agents.length === 0 ? null : agents, parts: null });
  };
  const publish = () =>
    onPublish({
      version,
      message: message.trim(),
      group: group.length === 0 ? null : group,
      startsAt: starts(startsAt),
    });
  return (
    <form
      class="lead-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (blocked) return;
        if (others === null && view.replaces.length === 0) publish();
        else setAsked(true);
      }}
    >
      <PartChoice
        view={view}
        onChoose={(chosen) => {
          setParts(chosen);
          choose({ parts: chosen });
        }}
      />
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
            onInput={({ currentTarget }) => {
              setStartsAt(currentTarget.value);
              choose({ startsAt: starts(currentTarget.value) });
            }}
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
                chooseGroup(
                  currentTarget.checked ? [...group, number] : group.filter((one) => one !== number),
                )
              }
            />
            {number} {name}
          </label>
        ))}
      </fieldset>
      {view.replaces.map(({ sequence, by }) => (
        <p key={sequence} role="status">
          {i18n.t('lead.publish.replaces', { sequence, who: authorWords([by], view.names) })}
        </p>
      ))}
      {isAsked && !blocked ? (
        <Confirm
          question={
            others === null
              ? i18n.t('lead.publish.replacesSure')
              : i18n.t('lead.publish.others', { who: others })
          }
          sure={i18n.t(others === null ? 'lead.publish.toAll' : 'lead.publish.carry')}
          onSure={() => {
            setAsked(false);
            publish();
          }}
          onCancel={() => setAsked(false)}
        />
      ) : null}
      <div hidden={isAsked && !blocked}>
        <button type="submit" class="button button--main" disabled={blocked}>
          {group.length === 0
            ? i18n.t('lead.publish.toAll')
            : i18n.t('lead.publish.toGroup', { count: group.length })}
        </button>
      </div>
    </form>
  );
}
