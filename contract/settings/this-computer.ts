/** True for the names by which a browser reaches its own computer, with nobody in between. */
export function isThisComputer(hostname: string): boolean {
  return ['localhost', '127.0.0.1', '[::1]'].includes(hostname);
}
