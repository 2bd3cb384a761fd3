/** Values of RTCSession.status that matter here; the library exports them only as a type. */
export const STATUS = {
  nothingSent: 0,
  inviteSent: 1,
  ringingThere: 2,
  ringingHere: 4,
  answering: 5,
  notConfirmed: 6,
  confirmed: 9,
} as const;
