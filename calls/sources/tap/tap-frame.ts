/** A frame on a socket of a web page, as the page sent or received it. */
export interface TapFrame {
  readonly direction: 'sent' | 'received';
  readonly text: string;
}

export type FrameDirection = TapFrame['direction'];
