import type { ComponentChildren } from 'preact';
import { i18n } from '#i18n';
import { AgentsPart } from '../agents/agents-part.tsx';
import { AdvancedForm } from '../phone/advanced-form.tsx';
import { AgentForm } from '../phone/agent-form.tsx';
import '../../../components/base.css';
import { CheckField } from '../../../components/check-field.tsx';
import { KeepingPart } from '../keeping/keeping-part.tsx';
import { KeyForm } from '../keys/key-form.tsx';
import { ListeningPart } from '../sound/listening-part.tsx';
import { MicrophoneCheck } from '../sound/microphone-check.tsx';
import './options.css';
import { issueText } from '../../../components/issue-text.ts';
import { VaultPart } from '../agents/vault-part.tsx';
import { PhoneProblems } from '../phone/phone-problems.tsx';
import { SipSettingsForm } from '../phone/sip-settings-form.tsx';
import { SoftphoneForm } from '../phone/softphone-form.tsx';
import { TurnForm } from '../phone/turn-form.tsx';
import { RingerCheck } from '../sound/ringer-check.tsx';
import { TeamPart } from '../team/team-part.tsx';
import type { ActOnOptions, OptionsView } from './options-view.ts';
import { UpdateNotice } from './update-notice.tsx';

interface OptionsProps {
  readonly view: OptionsView;
  readonly act: ActOnOptions;
}

/** Settings that are made once, in the order in which a new agent needs them. */
export function Options({ view, act }: OptionsProps) {
  const { settings, managed, forms } = view;
  // Forms start again when another agent signs in.
  const whose = `${view.settingsRevision} ${managed.join()}`;
  return (
    <main class="options">
      <header class="options__head">
        <h1>{i18n.t('options.title')}</h1>
        <PhoneStatusLine view={view} />
        <a href="/lead.html">{i18n.t('lead.title')}</a>
      </header>
      <UpdateNotice update={view.update} onUpdate={() => act({ do: 'update-now' })} />
      <Part number={1} title={i18n.t('options.vault')} why={i18n.t('options.vaultWhy')}>
        <div class="form">
          <VaultPart vault={view.vault} act={act} />
          {view.agents !== null && <AgentsPart view={view.agents} act={act} />}
        </div>
      </Part>
      <Part number={2} title={i18n.t('options.agent')} why={i18n.t('options.agentWhy')}>
        <AgentForm
          key={whose}
          settings={settings}
          managed={managed}
          state={forms.agent}
          inTeam={view.team.state === 'joined'}
          onSave={(saved) => act({ do: 'save-agent', settings: saved })}
        />
      </Part>
      <Part number={3} title={i18n.t('options.phone')} why={i18n.t('options.phoneWhy')}>
        <SoftphoneForm
          key={`softphone ${whose}`}
          settings={settings}
          managed={managed}
          state={forms.softphone}
          access={view.softphoneAccess}
          adapters={view.adapters}
          onSave={(saved) => act({ do: 'save-softphone', settings: saved })}
        />
        <SipSettingsForm
          key={whose}
          settings={settings}
          managed={managed}
          password={view.password}
          state={forms.phone}
          onSave={act}
          onForget={() => act({ do: 'forget-password' })}
        />
        <AdvancedForm
          key={`more ${managed.join()}`}
          settings={settings}
          managed={managed}
          state={forms.advanced}
          onSave={(saved) => act({ do: 'save-advanced', settings: saved })}
        />
        <TurnForm
          key={`turn ${whose}`}
          settings={settings}
          managed={managed}
          secret={view.turnSecret}
          state={forms.turn}
          onSave={act}
          onForget={() => act({ do: 'forget-turn-secret' })}
        />
        <PhoneProblems counts={view.phoneProblems} />
      </Part>
      <Part number={4} title={i18n.t('options.microphone')} why={i18n.t('options.microphoneWhy')}>
        <MicrophoneCheck
          microphone={view.microphone}
          onAsk={() => act({ do: 'ask-microphone' })}
          onTest={() => act({ do: 'test-microphone' })}
          onStop={() => act({ do: 'stop-test' })}
        />
      </Part>
      <Part number={5} title={i18n.t('options.sound')} why={i18n.t('options.soundWhy')}>
        <RingerCheck sound={view.sound} managed={managed} act={act} />
      </Part>
      <Part number={8} title={i18n.t('listening.title')} why={i18n.t('listening.why')}>
        <ListeningPart
          listens={settings.listenToLine}
          managed={managed.includes('listenToLine')}
          state={forms.listening}
          onChange={(on) => act({ do: 'listen-to-line', on })}
        />
      </Part>
      <Part number={6} title={i18n.t('team.title')} why={i18n.t('team.why')}>
        <TeamPart team={view.team} managed={managed.includes('teamServer')} act={act} />
      </Part>
      <Part number={7} title={i18n.t('keeping.title')} why={i18n.t('keeping.why')}>
        <KeepingPart view={view.keeping} act={act} />
      </Part>
      <Part number={10} title={i18n.t('clickToDial.title')} why={i18n.t('clickToDial.why')}>
        <CheckField
          name="clickToDial"
          label={i18n.t('clickToDial.switch')}
          hint={i18n.t(`clickToDial.${view.clickToDial}`)}
          checked={view.clickToDial === 'on'}
          onCheck={(on) => act({ do: 'click-to-dial', on })}
        />
      </Part>
      <Part number={9} title={i18n.t('keyForm.title')} why={i18n.t('keyForm.why')}>
        <KeyForm
          key={Object.values(view.keys).join()}
          keys={view.keys}
          browserKeys={view.browserKeys}
          state={forms.keys}
          onSave={(keys) => act({ do: 'save-keys', keys })}
        />
      </Part>
    </main>
  );
}

function PhoneStatusLine({ view: { phoneStatus } }: { readonly view: OptionsView }) {
  const says =
    phoneStatus.status === 'ready'
      ? i18n.t(phoneStatus.proof === 'calls-arrive' ? 'status.ready' : 'status.readyRegistered')
      : phoneStatus.status === 'working'
        ? i18n.t(`status.${phoneStatus.doing}`)
        : issueText(phoneStatus.issue).says;
  return (
    <p class={`options__status options__status--${phoneStatus.status}`} role="status">
      {says}
    </p>
  );
}

interface PartProps {
  readonly number: number;
  readonly title: string;
  readonly why: string;
  readonly children: ComponentChildren;
}

function Part({ number, title, why, children }: PartProps) {
  return (
    <section class="options__part" aria-labelledby={`part-${number}`}>
      <div class="options__about">
        <h2 id={`part-${number}`}>{title}</h2>
        <p>{why}</p>
      </div>
      {children}
    </section>
  );
}
