// The door to credentials: every way of proving who someone is, and the tools for storing the proof safely.
export {
  holdsPrivateKey,
  keyIdOf,
  keyPrint,
  privateKeyFromSecret,
  publicKeyOf,
  publicKeyPem,
  rawPublicKey,
  readPrivateKey,
  readPublicKey,
} from './ed25519.ts';
export { newCaseKey, sealUnder, unsealUnder } from './case-key.ts';
export { codeRules, issueCode, tryCode } from './one-time-code.ts';
export { type Passkey, type PasskeySite, acceptPasskey, checkPasskey, passkeyAuthentication, passkeyRegistration } from './passkey.ts';
export { hashPassword, passwordMatches } from './password.ts';
export { markOf, seal, sealBytes, unseal, unsealBytes } from './sealing.ts';
export { type Sso, type SsoIdentity, type SsoPending, type SsoSettings, discoverSso, ssoCallback, ssoLogin } from './sso.ts';
export { equalInConstantTime, hashToken, keyedHash, newToken } from './tokens.ts';
export { matchTotp, newTotpSecret, totpUri } from './totp.ts';
export { fromBase32, toBase32 } from './base32.ts';
