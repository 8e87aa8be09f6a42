/** Thrown under the account's lock, so that nothing of the order stays; the message is the other plan. */
export class SecondCommitment extends Error {}
