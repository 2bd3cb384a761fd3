export { removeLeftPolicies as setup } from './policy-file.ts';
