/**
 * True in a private window of Firefox, and everywhere if Firefox always uses private browsing: no
 * database opens there, and a page of an extension that is not allowed in private windows has no
 * extension API at all. Chromium opens extension pages in ordinary windows only.
 */
export function isPrivateContext(
  scope: object = globalThis,
  protocol: string = globalThis.location.protocol,
): boolean {
  if (protocol !== 'moz-extension:') return false;
  const extension = property(property(scope, 'browser'), 'extension');
  return extension === undefined || property(extension, 'inIncognitoContext') === true;
}

function property(of: unknown, name: string): unknown {
  return typeof of === 'object' && of !== null ? Reflect.get(of, name) : undefined;
}
