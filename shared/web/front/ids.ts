/** Ids made on this device. `crypto.randomUUID` is missing on plain HTTP; `getRandomValues` is not. */

/** Give 128 random bits as 32 lower-case hex digits: command ids and ballot keys. */
export function hex128(): string {
  return hex(16);
}

/** Give an id for a new record: 96 random bits as 24 hex digits. */
export function newId(): string {
  return hex(12);
}

function hex(bytes: number): string {
  const values = crypto.getRandomValues(new Uint8Array(bytes));
  return Array.from(values, (value) => value.toString(16).padStart(2, "0")).join("");
}
