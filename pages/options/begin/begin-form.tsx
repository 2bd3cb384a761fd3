import { useEffect, useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { SecretField } from '../../../components/secret-field.tsx';
import { TextField } from '../../../components/text-field.tsx';
import { readEnrolment } from '../../../contract/api/members/read-enrolment.ts';
import { passphraseStrength } from '../agents/passphrase-strength.ts';
import { problemText } from '../team/problem-text.ts';
import { LONGEST_ENROLMENT } from '../team/team-part.tsx';
import type { JoinProblem } from '../team/team-part-view.ts';

interface BeginFormProps {
  readonly needsPassphrase: boolean;
  readonly busy: boolean;
  readonly problem: JoinProblem | null;
  readonly onBegin: (code: string, passphrase: string) => void;
}

/** The lead's link, and a new passphrase. The page says beforehand what a lost one costs. */
export function BeginForm({ needsPassphrase, busy, problem, onBegin }: BeginFormProps) {
  const [code, setCode] = useState('');
  const [first, setFirst] = useState('');
  const [second, setSecond] = useState('');
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector('input')?.focus(), []);
  const isCode = readEnrolment(code).ok;
  const isPassphrase = passphraseStrength(first) !== 'too-short' && first === second;
  const ready = isCode && (isPassphrase || !needsPassphrase) && !busy;
  const codeProblem = code !== '' && !isCode ? 'bad-code' : problem;
  return (
    <form
      class="form"
      ref={form}
      onSubmit={(event) => {
        event.preventDefault();
        if (ready) onBegin(code, first);
      }}
    >
      <TextField
        name="enrolmentCode"
        label={i18n.t('team.code')}
        hint={i18n.t('begin.codeHint')}
        maxLength={LONGEST_ENROLMENT}
        value={code}
        managed={false}
        onInput={setCode}
        problem={codeProblem === null ? null : problemText(codeProblem)}
      />
      {needsPassphrase && (
        <>
          <SecretField
            name="passphrase"
            label={i18n.t('vault.passphrase')}
            hint={i18n.t('vault.hint')}
            problem={
              first !== '' && passphraseStrength(first) === 'too-short' ? i18n.t('vault.tooShort') : null
            }
            onInput={setFirst}
          />
          <SecretField
            name="passphrase-again"
            label={i18n.t('vault.again')}
            problem={second !== '' && first !== second ? i18n.t('vault.differs') : null}
            onInput={setSecond}
          />
          <p class="vault-set-up__cost">{i18n.t('vault.cost')}</p>
        </>
      )}
      <div>
        <button type="submit" class="button button--main" disabled={!ready}>
          {i18n.t(busy ? 'team.joining' : 'begin.go')}
        </button>
      </div>
    </form>
  );
}
