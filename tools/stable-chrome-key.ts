/**
 * The public half of the packaging key, as the manifest field `key` (base64 SPKI). It fixes the
 * extension id of an unpacked folder or a crx; who packs an own crx makes an own private key
 * (docs/deploy.md).
 */
export const STABLE_CHROME_KEY =
  'MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAsiEuWMFWwsbY2ZlNSV0ZcR17Xb/+GJZeZlkqsKN57SCG2cyo0BNrLNU8ixJFT4GFlDOIsV3cBnDcFKTqWW1k7RwKyVK4FzNwyZy79f7tSrin8CVIFVCd+OXoCiOlhot+Oca8xr1w3E9UKZAMZqzZfZQbhQrIumYso+sdgou3ryC/3mU5mEDbcxbTq/Yurh4NefZD0xJOVwUhQDMp/lrsTf34tGaggV06S8AYhqASqgfX6IknILy+YZW/7RYRmilupBkjylkmZJJ9nqOxeP+0US8vkjISbOq3uJIgAsldJNjIs83nZ0eXmDkbL/mNpk5T93oAe0h9CEkaBhbwO7ELTQIDAQAB';

/** The id that Chromium derives from the key: SHA-256, first 16 bytes, a–p for 0–f. */
export const CHROME_EXTENSION_ID = 'hflpllaffobmfnbpdidjhhpfonglphje';
