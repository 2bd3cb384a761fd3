import { render } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import { ORDER_FIELDS } from '../../../pages/lead/editor/order-fields.ts';
import { SECTION_FIELDS } from '../../../pages/lead/editor/section-fields.ts';
import { SituationForm } from '../../../pages/lead/editor/situation-form.tsx';
import { TECHNIQUE_FIELDS } from '../../../pages/lead/editor/technique-fields.ts';
import { newEntry } from '../../../pages/lead/fields/blank-value.ts';
import { FieldsOf } from '../../../pages/lead/fields/fields-of.tsx';
import type { Place } from '../../../pages/lead/fields/place.ts';
import { loadPack } from '../../../tools/compile-pack.ts';

const pack = loadPack();
const at = (...path: Place['path']): Place => ({ path, problems: [], pack, language: 'zh-CN' });
const nothing = () => {};

/** Values that a lead does not edit, and triggers, which have a form of their own. */
const NOT_EDITED =
  /(^|\.)(id|kind|by|does|triggers|callBack|ending)(\.|$)|\.(to|next)\.(step|situation)$|\.(languages|days|tags|techniques|noteFields|endedBy|copiedTo|reportedTo)\.\d+$/;

/** Paths of all texts, numbers and ticks below a value. */
function leaves(value: unknown, path: string): readonly string[] {
  if (typeof value !== 'object' || value === null) return value === undefined ? [] : [path];
  return Object.entries(value).flatMap(([key, inner]) => leaves(inner, `${path}.${key}`));
}

const places = (html: string) =>
  new Set([...html.matchAll(/data-place="([^"]+)"/g)].map(([, place]) => place));

function missing(html: string, value: unknown, path: string): readonly string[] {
  const known = places(html);
  return leaves(value, path).filter((leaf) => !NOT_EDITED.test(leaf) && !known.has(leaf));
}

describe('the forms of the pack editor', () => {
  it('has a field for every value of the settings, directory, work orders…', () => {
    const html = render(<FieldsOf place={at()} value={pack} fields={SECTION_FIELDS} onChange={nothing} />);
    const { settings, directory, courtesy, festivals, workOrders, calendar, shift } = pack;
    const sections = { settings, directory, courtesy, festivals, workOrders, calendar, shift };
    for (const [name, section] of Object.entries(sections)) {
      expect(missing(html, section, name)).toEqual([]);
    }
  });

  it('has a field for every value of a situation and a card', () => {
    for (const [n, situation] of pack.situations.entries()) {
      const place = at('situations', n);
      const html = render(
        <SituationForm place={place} situation={situation} onChange={nothing} onStep={nothing} />,
      );
      expect(missing(html, situation, `situations.${n}`)).toEqual([]);
    }
    for (const [n, card] of pack.techniques.entries()) {
      const html = render(
        <FieldsOf place={at('techniques', n)} value={card} fields={TECHNIQUE_FIELDS} onChange={nothing} />,
      );
      expect(missing(html, card, `techniques.${n}`)).toEqual([]);
    }
  });

  it('gives a new entry an id of its own, and an owner where one must be named', () => {
    const { kinds } = ORDER_FIELDS;
    if (kinds.kind !== 'list') throw new Error('kinds are a list');
    const place = at('workOrders', 'kinds');
    const make = () => newEntry(kinds.add[0]?.blank, kinds.item, place, []);
    const id = expect.stringMatching(/^kind-[a-z0-9]{12}$/);
    expect(make()).toMatchObject({ id, stages: [{ owner: pack.workOrders.owners[0]?.id }] });
    expect(make()).not.toEqual(make());
  });
});
