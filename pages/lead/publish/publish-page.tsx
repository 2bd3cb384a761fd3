import { i18n } from '#i18n';
import { changeWords } from '../draft/change-words.ts';
import { placeName } from '../fields/place.ts';
import type { PublishAction, PublishView } from '../frame/server-view.ts';
import { AskedNote } from '../review/asked-note.tsx';
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
  const { changes, inUse, draft } = view;
  return (
    <main class="team-page">
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
          key={view.suggestedVersion}
          view={view}
          onPublish={(publication) => act({ do: 'publish', publication })}
        />
      </section>
      <SignersPart view={view} act={act} />
      <ReleaseTable view={view} onRollBack={(sequence) => act({ do: 'roll-back', sequence })} />
    </main>
  );
}
