import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { Button } from '../../../components/button.tsx';
import { ConfirmButton } from '../../../components/confirm-button.tsx';
import { recordTime } from '../../../components/records/record-time.ts';
import type { OwnDevice } from '../../../contract/api/members/member.ts';
import { longestText } from '../../../contract/longest-text.ts';
import { settingsSchema } from '../../../contract/settings/settings.ts';
import './team-part.css';
import { TextField } from '../../../components/text-field.tsx';
import { problemText } from './problem-text.ts';
import type { TeamPartAction, TeamPartView, TeamRoot } from './team-part-view.ts';

interface TeamPartProps {
  readonly team: TeamPartView;
  /** The administrator has set the address. */
  readonly managed: boolean;
  readonly act: (action: TeamPartAction) => void;
}

/** Shows the team that this browser syncs with; joins and leaves one. */
export function TeamPart({ team, managed, act }: TeamPartProps) {
  switch (team.state) {
    case 'no-vault':
      return <p>{i18n.t('team.vaultFirst')}</p>;
    case 'locked':
      return <p>{i18n.t('team.locked')}</p>;
    case 'none':
      return <Join team={team} managed={managed} act={act} />;
    case 'joined':
      return (
        <div class="team-part">
          <p>{i18n.t('team.joined', { team: team.team, organisation: team.organisation })}</p>
          <p>{i18n.t('team.as', { name: team.name, number: team.number })}</p>
          <p>{i18n.t('team.workOrderRole', { workOrderRole: team.workOrderRole })}</p>
          {team.lockAfterMinutes !== null && (
            <p>{i18n.t('team.lockAfter', { minutes: team.lockAfterMinutes })}</p>
          )}
          <p class="team-part__server">{team.server}</p>
          <TeamRootCheck root={team.root} act={act} />
          <Devices devices={team.devices} here={team.device} />
          <div>
            <ConfirmButton question={i18n.t('team.leaveSure')} onSure={() => act({ do: 'leave-team' })}>
              {i18n.t('team.leave')}
            </ConfirmButton>
          </div>
          <p class="team-part__hint">{i18n.t('team.leaveHint')}</p>
        </div>
      );
  }
}

/** A link with the address of the server, or a code with a key or a fingerprint (readEnrolment). */
export const LONGEST_ENROLMENT = 600;

interface RootProps {
  readonly root: TeamRoot;
  readonly act: TeamPartProps['act'];
}

/** The root's fingerprint, which is compared with the lead's by telephone or at their screen. */
export function TeamRootCheck({ root, act }: RootProps) {
  switch (root.state) {
    case 'loading':
      return null;
    case 'none':
      return <p class="team-part__root">{i18n.t('team.root.none')}</p>;
    case 'known':
      return <p class="team-part__root">{i18n.t('team.root.known')}</p>;
    case 'compare':
      return (
        <fieldset class="team-part__compare">
          <legend>{i18n.t('team.root.compare')}</legend>
          <p>
            <code class="team-part__fingerprint">{root.fingerprint}</code>
          </p>
          <div>
            <Button variant="main" onPress={() => act({ do: 'compare-root', isSame: true })}>
              {i18n.t('team.root.same')}
            </Button>
            <ConfirmButton
              question={i18n.t('team.root.differsSure')}
              onSure={() => act({ do: 'compare-root', isSame: false })}
            >
              {i18n.t('team.root.differs')}
            </ConfirmButton>
          </div>
        </fieldset>
      );
  }
}

interface DevicesProps {
  readonly devices: readonly OwnDevice[];
  readonly here: string;
}

/** The agent's own devices: whoever enrols one with a code reads as this agent. */
function Devices({ devices, here }: DevicesProps) {
  if (devices.length === 0) return null;
  return (
    <section>
      <h4>{i18n.t('team.devices.title')}</h4>
      <ul class="team-part__devices">
        {devices.map(({ id, label, madeAt, codeBy }) => (
          <li key={id}>
            {id === here ? i18n.t('team.devices.here', { device: label }) : label}
            {' · '}
            {codeBy === null
              ? i18n.t('team.devices.enrolled', { time: recordTime(madeAt) })
              : i18n.t('team.devices.enrolledBy', {
                  ...{ time: recordTime(madeAt), who: `${codeBy.number} ${codeBy.name}` },
                })}
          </li>
        ))}
      </ul>
      <p class="team-part__hint">{i18n.t('team.devices.hint')}</p>
    </section>
  );
}

interface JoinProps {
  readonly team: TeamPartView & { readonly state: 'none' };
  readonly managed: boolean;
  readonly act: TeamPartProps['act'];
}

function Join({ team, managed, act }: JoinProps) {
  const [server, setServer] = useState(team.server);
  const [code, setCode] = useState('');
  const [organisation, setOrganisation] = useState('');
  return (
    <div class="team-part">
      <form
        class="form"
        onSubmit={(event) => {
          event.preventDefault();
          act({ do: 'enrol', server: server.trim(), code });
        }}
      >
        <TextField
          name="teamServer"
          label={i18n.t('team.server')}
          placeholder="https://"
          hint={i18n.t('team.serverHint')}
          maxLength={longestText(settingsSchema.entries.teamServer)}
          value={server}
          managed={managed}
          onInput={setServer}
          problem={team.problem === 'bad-address' ? problemText('bad-address') : null}
        />
        <TextField
          name="enrolmentCode"
          label={i18n.t('team.code')}
          hint={i18n.t('team.codeHint')}
          maxLength={LONGEST_ENROLMENT}
          value={code}
          managed={false}
          onInput={setCode}
        />
        <div>
          <button
            type="submit"
            class="button button--main"
            disabled={team.busy || code === '' || (server === '' && !code.trim().startsWith('http'))}
          >
            {i18n.t(team.busy ? 'team.joining' : 'team.join')}
          </button>
        </div>
      </form>
      <details>
        <summary>{i18n.t('team.signInInstead')}</summary>
        <form
          class="form"
          onSubmit={(event) => {
            event.preventDefault();
            act({ do: 'sign-in', server: server.trim(), organisation: organisation.trim() });
          }}
        >
          <TextField
            name="organisation"
            label={i18n.t('team.organisation')}
            hint={i18n.t('team.organisationHint')}
            maxLength={40}
            value={organisation}
            managed={false}
            onInput={setOrganisation}
          />
          <div>
            <button type="submit" class="button" disabled={team.busy || server === '' || organisation === ''}>
              {i18n.t('team.signIn')}
            </button>
          </div>
        </form>
      </details>
      <p class="team-part__problem" role="alert">
        {team.problem === null ? '' : problemText(team.problem)}
      </p>
    </div>
  );
}
