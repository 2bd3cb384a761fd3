import { renderToString } from 'preact-render-to-string';
import { expect, test } from 'vitest';
import { Options } from '../../../pages/options/frame/options.tsx';
import { OPTIONS_STATES } from '../../../tools/gallery/states/options-states.ts';

const SETTINGS_FIELDS = ['agentNumber', 'agentName', 'role', 'hotlineName', 'cadence', 'autoAnswer'];
const ADVANCED_FIELDS = ['notReadyAnswer', 'stunServer', 'dtmf', 'sipRealm', 'queueTimeHeader'];

test.each(Object.entries(OPTIONS_STATES))('%s shows every field', (_, view) => {
  const html = renderToString(<Options view={view} act={() => {}} />);
  for (const name of [...SETTINGS_FIELDS, ...ADVANCED_FIELDS]) expect(html).toContain(`name="${name}"`);
});

test('a field that an administrator has set is disabled', () => {
  const managed = OPTIONS_STATES['options-managed'];
  if (managed === undefined) throw new Error('no such state');
  const html = renderToString(<Options view={managed} act={() => {}} />);
  expect(html).toMatch(
    /<input[^>]*name="hotlineName"[^>]*disabled|<input[^>]*disabled[^>]*name="hotlineName"/,
  );
  expect(html).not.toMatch(/<input[^>]*name="agentName"[^>]*disabled/);
});
