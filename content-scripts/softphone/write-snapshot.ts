const MOST_DEPTH = 6;
const MOST_MEMBERS = 100;
const MOST_LENGTH = 60_000;
const LONGEST_TEXT = 4000;

/**
 * Writes objects of a page as JSON, within limits. Runs in the page's world, which may have
 * changed any built-in object: it uses only what was saved when it was made. Getters and proxies
 * of the page may throw: such a member is left out.
 */
export function snapshotWriter(): (value: unknown) => string {
  const { keys } = Object;
  const { isArray } = Array;
  const { stringify } = JSON;
  const { isFinite: isFiniteNumber } = Number;
  const { slice } = String.prototype;
  const { apply, get } = Reflect;
  let written = 0;

  function write(value: unknown, depth: number): string | null {
    switch (typeof value) {
      case 'string':
        written += value.length;
        return stringify(value.length > LONGEST_TEXT ? apply(slice, value, [0, LONGEST_TEXT]) : value);
      case 'number':
        return isFiniteNumber(value) ? stringify(value) : 'null';
      case 'boolean':
        return value ? 'true' : 'false';
      case 'object':
        return value === null ? 'null' : writeObject(value, depth);
      default:
        return null;
    }
  }

  function writeObject(object: object, depth: number): string | null {
    if (depth >= MOST_DEPTH) return null;
    try {
      const isList = isArray(object);
      const names = keys(object);
      let text = '';
      for (let at = 0; at < names.length && at < MOST_MEMBERS && written < MOST_LENGTH; at += 1) {
        const name = names[at] ?? '';
        const member = memberOf(object, name, depth);
        if (member === null && !isList) continue;
        written += name.length + 4;
        text += `${text === '' ? '' : ','}${isList ? '' : `${stringify(name)}:`}${member ?? 'null'}`;
      }
      return isList ? `[${text}]` : `{${text}}`;
    } catch {
      return null;
    }
  }

  function memberOf(object: object, name: string, depth: number): string | null {
    try {
      return write(get(object, name), depth + 1);
    } catch {
      return null;
    }
  }

  return (value) => {
    written = 0;
    return write(value, 0) ?? 'null';
  };
}
