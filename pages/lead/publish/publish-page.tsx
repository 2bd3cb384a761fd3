import { i18n } from '#i18n';
import { staleLanguages } from '../../../contract/release/stale-texts.ts';
import { changeWords } from '../draft/change-words.ts';
import { languageName } from '../fields/localized-field.tsx';
import { placeName } from '../fields/place.ts';
import type { PublishAction, PublishView } from '../frame/server-view.ts';
import { AskedNote } from '../review/asked-note.tsx';
import { authorWords, startWords } from './part-choice.tsx';
import { PublishForm } from './publish-form.tsx';
import { ReleaseTable } from './release-table.tsx';
import { SignersPart } from './signers-part.tsx';

interface PublishPageProps {
  readonly view: PublishView;
  readonly act: (action: PublishAction) => void;
}

/**
 * Publishing: the changes, who gets the release and when, how far it has been rolled out, and roll-
 * back.
 */
export function PublishPage({ view, act }: PublishPageProps) {
  const { changes, inUse, draft, overtaken, names, now } = view;
  return (
    <main class="team-page">
      {overtaken.length > 0 && (
        <section aria-labelledby="overtaken-title">
          <h2 id="overtaken-title">{i18n.t('lead.publish.overtakenTitle')}</h2>
          {overtaken.map(({ sequence, by, startsAt }) => (
            <p key={sequence} role="status">
              {i18n.t('lead.publish.overtaken', {
                ...{ sequence, who: authorWords([by], names) },
                time: startWords(startsAt ?? now, now),
              })}
            </p>
          ))}
        </section>
      )}
      <section aria-labelledby="changes-title">
        <h2 id="changes-title">{i18n.t('lead.publish.changes', { count: changes.length })}</h2>
        <p>
          {inUse === null
            ? i18n.t('lead.publish.first')
            : i18n.t('lead.publish.inUse', { version: inUse.version, sequence: inUse.sequence })}
        </p>
        <ul class="team-page__lines">
          {changes.map((change) => (
            <li key={`${placeName(change.path)} ${change.what.kind}`}>
              {changeWords(change, [draft], view.language)}
              {staleWords(staleLanguages(change, draft.languages))}
            </li>
          ))}
        </ul>
      </section>
      <section aria-labelledby="publish-title">
        <h2 id="publish-title">{i18n.t('lead.page.publish')}</h2>
        <AskedNote asked={view.asked} />
        {view.signer === 'shown' && <p role="status">{i18n.t('lead.publish.keyShown')}</p>}
        {view.problems > 0 && <p role="status">{i18n.t('lead.publish.unsound', { count: view.problems })}</p>}
        <PublishForm
          // A published release begins an empty form.
          key={view.history[0]?.sequence ?? 0}
          view={view}
          onChoose={(choice) => act({ do: 'choose', choice })}
          onPublish={(publication) => act({ do: 'publish', publication })}
        />
      </section>
      <SignersPart view={view} act={act} />
      <ReleaseTable view={view} onAct={act} />
    </main>
  );
}

/** A sentence that was changed in one language only is said as before in the others. */
function staleWords(languages: readonly string[]) {
  if (languages.length === 0) return null;
  const names = languages.map(languageName).join('、');
  return <strong class="release-stale">{i18n.t('lead.publish.stale', { languages: names })}</strong>;
}
