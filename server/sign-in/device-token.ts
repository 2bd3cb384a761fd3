/** `ssd_ORGANISATION_DEVICE_SECRET`: names the tenant in which it is looked up. */
const TOKEN = /^ssd_([0-9A-Z]{6})_([0-9a-f-]{36})_([A-Za-z0-9_-]{43})$/;

export interface DeviceToken {
  readonly org: string;
  readonly device: string;
  readonly secret: string;
}

export function writeToken({ org, device, secret }: DeviceToken): string {
  return `ssd_${org}_${device}_${secret}`;
}

export function readToken(token: string): DeviceToken | null {
  const [, org, device, secret] = TOKEN.exec(token) ?? [];
  return org === undefined || device === undefined || secret === undefined ? null : { org, device, secret };
}
