import { render } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import { Panel } from '../../pages/panel/frame/panel.tsx';
import { PANEL_STATES } from '../../tools/gallery/states/panel-states.ts';

const nothing = () => {};

describe('text from outside', () => {
  it('reaches the page as text, never as markup', () => {
    const view = PANEL_STATES['hostile-name'];
    if (view === undefined) throw new Error('No such state');
    const html = render(<Panel view={view} act={nothing} />);
    expect(html).not.toContain('<img');
    expect(html).not.toContain('<script');
    expect(html).toContain('&lt;img src=x onerror=alert(1)>');
    expect(html).not.toMatch(/[\p{Cf}\0]/u);
  });

  it('is set apart from the lines around it', () => {
    const view = PANEL_STATES['hostile-name'];
    if (view === undefined) throw new Error('No such state');
    expect(render(<Panel view={view} act={nothing} />)).toMatch(/<bdi class="call-card__claimed">/);
  });

  it('shows no number in full unless it was asked for', () => {
    // What is about to be dialled is shown as it will be dialled.
    const { 'dial-request': _, ...states } = PANEL_STATES;
    for (const [name, view] of Object.entries(states)) {
      const html = render(<Panel view={view} act={nothing} />);
      expect([name, html.match(/139\s?0000\s?\d{4}/)?.[0]]).toEqual([name, undefined]);
    }
  });
});
