import type { Adapter, AdapterInput } from '../../contract/pack/adapter.ts';
import type { AdapterRule } from '../../contract/pack/adapter-rule.ts';
import type { Plan, PlannedInput } from './adapter-hook.ts';

/** What the page's own world has to follow for an adapter; nothing without one. */
export function planOf(adapter: Adapter | null): Plan {
  const inputs = adapter?.inputs ?? [];
  const passes = (via: 'web-socket' | 'response') =>
    inputs.some((input) => input.kind === 'message' && input.via.includes(via));
  return {
    sockets: passes('web-socket'),
    answers: passes('response'),
    inputs: inputs.flatMap((input, index) => plannedInput(input, index) ?? []),
  };
}

function plannedInput(input: AdapterInput, index: number): PlannedInput | null {
  switch (input.kind) {
    case 'global-event':
    case 'constructor':
    case 'notification': {
      const { rules, ...named } = input;
      return { ...named, input: index, calls: callsIn(rules) };
    }
    case 'message':
    case 'dom':
    case 'dom-event':
    case 'title':
      return null;
  }
}

/** The paths with getter methods. */
function callsIn(rules: readonly AdapterRule[]): readonly string[] {
  const paths = rules.flatMap(({ when, call, number, name, direction, queue, hungUpBy }) => [
    ...when.map(({ path }) => path),
    ...[call, number, name, queue].flatMap(pathsIn),
    ...[direction, hungUpBy].flatMap((side) => (typeof side === 'object' ? [side.path] : [])),
  ]);
  return [...new Set(paths.filter((path) => path.includes('(')))];
}

function pathsIn(places: AdapterRule['number']): readonly string[] {
  if (places === undefined) return [];
  if (typeof places === 'string') return [places];
  return 'inbound' in places ? [...pathsIn(places.inbound), ...pathsIn(places.outbound)] : places;
}
