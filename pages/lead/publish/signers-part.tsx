import { i18n } from '#i18n';
import { Button } from '../../../components/button.tsx';
import { ConfirmButton } from '../../../components/confirm-button.tsx';
import type { PublishAction, PublishView } from '../frame/server-view.ts';

interface SignersPartProps {
  readonly view: Pick<PublishView, 'signers' | 'waitingSigners'>;
  readonly act: (action: PublishAction) => void;
}

/**
 * Whose signatures count. The root lets a key in, retires one, and hands itself over; every lead
 * sees the fingerprints to compare with agents and other leads.
 */
export function SignersPart({ view: { signers, waitingSigners }, act }: SignersPartProps) {
  return (
    <section aria-labelledby="signers-title" class="signers">
      <h2 id="signers-title">{i18n.t('lead.signers.title')}</h2>
      <dl class="team-page__facts">
        <dt>{i18n.t('lead.signers.own')}</dt>
        <dd>
          <code class="signers__own">{signers.own}</code>
        </dd>
        {signers.root !== null && (
          <>
            <dt>{i18n.t('lead.signers.root')}</dt>
            <dd>
              <code class="signers__root">{signers.root}</code>
            </dd>
          </>
        )}
      </dl>
      <p class="lead-field__hint">{i18n.t('lead.signers.why')}</p>
      <ul class="team-page__lines">
        {signers.trusted.map(({ key, holder, fingerprint, isRoot, lastSequence }) => (
          <li key={key}>
            {holder} <code>{fingerprint}</code> {isRoot && `${i18n.t('lead.signers.isRoot')} `}
            {lastSequence !== null && i18n.t('lead.signers.retired', { sequence: lastSequence })}
            {signers.isRoot && !isRoot && lastSequence === null && (
              <>
                <ConfirmButton
                  variant="bare"
                  question={i18n.t('lead.signers.retireSure', { who: holder })}
                  onSure={() => act({ do: 'retire-signer', key })}
                >
                  {i18n.t('lead.signers.retire')}
                </ConfirmButton>
                <ConfirmButton
                  variant="bare"
                  question={i18n.t('lead.signers.handOverSure', { who: holder })}
                  onSure={() => act({ do: 'hand-over-root', key })}
                >
                  {i18n.t('lead.signers.handOver')}
                </ConfirmButton>
              </>
            )}
          </li>
        ))}
      </ul>
      {waitingSigners.length > 0 && (
        <>
          <h3>{i18n.t('lead.publish.signers')}</h3>
          <ul class="team-page__lines">
            {waitingSigners.map(({ key, holder, fingerprint }) => (
              <li key={key}>
                {holder} <code>{fingerprint}</code>{' '}
                <Button onPress={() => act({ do: 'trust-signer', key })}>
                  {i18n.t('lead.publish.trust')}
                </Button>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
