import JsSIP from 'jssip';
import type { RTCSession } from 'jssip/lib/RTCSession';
import type { RTCSessionEvent } from 'jssip/lib/UA';

/** Runs inside the page: a softphone with buttons, which knows nothing of the panel. */
class WebSoftphone {
  readonly #state = line('离线');
  readonly #caller = line('');
  readonly #answer = button('接听', () =>
    this.#call?.answer({
      mediaConstraints: { audio: true, video: false },
      pcConfig: { iceServers: [] },
      rtcOfferConstraints: { offerToReceiveAudio: true },
    }),
  );
  readonly #hangUp = button('挂断', () => this.#call?.terminate());
  #call: RTCSession | null = null;

  start(url: string, user: string, password: string, domain: string): void {
    document.documentElement.lang = 'zh-CN';
    document.title = '网页软电话';
    document.body.style.cssText =
      'font: 20px system-ui; max-width: 20rem; margin: 15vh auto; padding: 2rem; text-align: center; border: 1px solid #bbb; border-radius: 1rem';
    document.body.append(this.#state, this.#caller, this.#answer, this.#hangUp);
    this.#show('离线', '');
    const sockets = [new JsSIP.WebSocketInterface(url)];
    const phone = new JsSIP.UA({ sockets, uri: `sip:${user}@${domain}`, password, register: true });
    phone.on('registered', () => this.#show('空闲', ''));
    phone.on('newRTCSession', (event: RTCSessionEvent) => this.#follow(event.session));
    phone.start();
  }

  #follow(call: RTCSession): void {
    this.#call = call;
    call.on('confirmed', () => this.#show('通话中', call.remote_identity.uri.user));
    for (const end of ['ended', 'failed'] as const) {
      call.on(end, () => {
        this.#call = null;
        this.#show('空闲', '');
      });
    }
    call.on('peerconnection', ({ peerconnection }) => play(peerconnection));
    this.#show('来电', call.remote_identity.uri.user);
  }

  #show(state: string, caller: string): void {
    this.#state.textContent = state;
    this.#caller.textContent = caller;
    this.#answer.disabled = state !== '来电';
    this.#hangUp.disabled = this.#call === null;
    document.body.dataset['state'] = state;
  }
}

function line(text: string): HTMLElement {
  const paragraph = document.createElement('p');
  paragraph.textContent = text;
  return paragraph;
}

function button(text: string, press: () => void): HTMLButtonElement {
  const made = document.createElement('button');
  made.textContent = text;
  made.style.cssText = 'font: inherit; padding: 0.4em 1.2em; margin: 0.3em';
  made.addEventListener('click', press);
  return made;
}

function play(connection: RTCPeerConnection): void {
  connection.addEventListener('track', ({ track }) => {
    const speaker = new Audio();
    speaker.srcObject = new MediaStream([track]);
    void speaker.play();
  });
}

declare global {
  interface Window {
    softphone: WebSoftphone;
  }
}

Object.defineProperty(window, 'softphone', { value: new WebSoftphone() });
