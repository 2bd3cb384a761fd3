import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { secondsLeft } from '../../../components/format-time.ts';
import type { RunWait } from '../../../rules/call/rules-view.ts';
import './wait-bar.css';

/** A pending pause: full until it begins, then emptying. `runId` changes with the step. */
export function WaitBar({ wait, runId }: { readonly wait: RunWait; readonly runId: string }) {
  return (
    <p class="wait-bar">
      <span class="wait-bar__track" aria-hidden="true">
        {wait.state === 'running' ? (
          <WaitFill key={runId} totalMs={wait.totalMs} leftMs={wait.leftMs} />
        ) : (
          <span class="wait-bar__full" />
        )}
      </span>
      <span class="wait-bar__left">
        {i18n.t('script.wait', {
          seconds: secondsLeft(wait.state === 'running' ? wait.leftMs : wait.totalMs),
        })}
      </span>
    </p>
  );
}

/** The delay is read once, as in the ring dial: the animation runs by itself. */
function WaitFill({ totalMs, leftMs }: { readonly totalMs: number; readonly leftMs: number }) {
  const [gone] = useState(totalMs - leftMs);
  const style = {
    '--gone': `${-gone}ms`,
    '--length': `${totalMs}ms`,
    '--share': (leftMs / totalMs).toFixed(3),
  };
  return <span class="wait-bar__fill" style={style} />;
}
