/** A vendor's toolbar without SIP: what its SDK reports comes by events of a global. */
type Listener = (data: unknown) => void;

const listeners = new Map<string, Listener[]>();
const sdk = {
  on: (name: string, listener: Listener) => listeners.set(name, [...(listeners.get(name) ?? []), listener]),
};
const happens = (name: string, data: unknown) => {
  // Works also after the test has changed how arrays are iterated.
  listeners.get(name)?.forEach((listener) => {
    listener(data);
  });
};

declare global {
  interface Window {
    tccc: typeof sdk;
    happens: typeof happens;
    subscribed: (name: string) => boolean;
  }
}
window.tccc = sdk;
window.happens = happens;
window.subscribed = (name) => listeners.has(name);
