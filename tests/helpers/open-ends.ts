/** The parts of a valibot schema that this walk needs to know. */
interface Node {
  readonly kind: string;
  readonly type: string;
  readonly pipe?: unknown;
  readonly requirement?: unknown;
}

/** Schemas that read one piece of JSON text or leave the content to a later parser. */
const LATER_PARSED = new Set(['parse_json']);

/**
 * Walks everything that is exported, through plain objects and arrays, and names every number
 * without two finite limits and every text without a greatest length.
 */
export function openEnds(value: unknown): readonly string[] {
  const found: string[] = [];
  walk(value, '', new Set(), found);
  return found;
}

function walk(value: unknown, path: string, seen: Set<unknown>, found: string[]): void {
  if (typeof value !== 'object' || value === null || seen.has(value)) return;
  seen.add(value);
  if (isNode(value) && value.kind === 'schema') {
    check(value, path, found);
    for (const [field, child] of Object.entries(value)) {
      if (field === '~standard' || field === 'reference') continue;
      // The first item of a pipe is the schema itself, without the pipe's limits.
      if (field === 'pipe' && Array.isArray(child)) {
        for (const item of child.slice(1)) walk(item, `${path}|`, seen, found);
        if (isNode(child[0]) && !isLeaf(child[0])) walk(child[0], path, seen, found);
      } else walk(child, `${path}.${field}`, seen, found);
    }
    return;
  }
  if (value instanceof Map || value instanceof Set) {
    for (const one of value.values()) walk(one, path, seen, found);
    return;
  }
  for (const [field, child] of Object.entries(value)) walk(child, `${path}.${field}`, seen, found);
}

function check(node: Node, path: string, found: string[]): void {
  const actions = pipeOf(node);
  if (node.type === 'number' && !(hasLimit(actions, 'min_value') && hasLimit(actions, 'max_value'))) {
    found.push(`${path}: number`);
  }
  if (node.type === 'string' && !actions.some(limitsText)) found.push(`${path}: text`);
}

/** The actions of a pipe, with those of the pipes inside it. */
function pipeOf(node: Node): readonly Node[] {
  const items: readonly unknown[] = Array.isArray(node.pipe) ? node.pipe : [];
  return items
    .filter(isNode)
    .flatMap((item) => (item === node ? [] : [item, ...(item.pipe === node.pipe ? [] : pipeOf(item))]));
}

function hasLimit(actions: readonly Node[], type: string): boolean {
  return actions.some((action) => action.type === type && Number.isFinite(action.requirement));
}

function limitsText({ type, requirement }: Node): boolean {
  if (['max_length', 'length', 'uuid'].includes(type) || LATER_PARSED.has(type)) return true;
  // A pattern limits the length if nothing in it repeats without end.
  return (
    type === 'regex' && requirement instanceof RegExp && !/(?<!\\)[*+]|\{\d+,\}/.test(requirement.source)
  );
}

function isLeaf({ type }: Node): boolean {
  return type === 'number' || type === 'string';
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'kind' in value && 'type' in value;
}
