/** Only what the bench calls: types are checked where benchmarks are not installed, too. */
declare module 'sip.js' {
  interface URI {
    readonly user: string | undefined;
  }
  interface Invitation {
    progress(): Promise<void>;
    accept(options: { readonly sessionDescriptionHandlerOptions: object }): Promise<void>;
  }
  class UserAgent {
    static makeURI(uri: string): URI | undefined;
    constructor(options: {
      readonly uri: URI;
      readonly authorizationUsername: string;
      readonly authorizationPassword: string;
      readonly logLevel: 'error';
      readonly logBuiltinEnabled?: boolean;
      readonly transportOptions: { readonly server: string };
      readonly sessionDescriptionHandlerFactoryOptions: object;
      readonly delegate: { onInvite(invitation: Invitation): void };
    });
    start(): Promise<void>;
  }
  enum RegistererState {
    Registered = 'Registered',
  }
  class Registerer {
    readonly stateChange: { addListener(listener: (state: RegistererState) => void): void };
    constructor(agent: UserAgent);
    register(): Promise<unknown>;
  }
}
