/** `话术（普通话）*` is 话术: marks and brackets after a heading say nothing. */
export function plainHeading(heading: string): string {
  const whole = heading.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();
  return whole.replace(/(?:\s*(?:\([^()]*\)|\[[^[\]]*\]|[*:]))+\s*$/, '').trim();
}
