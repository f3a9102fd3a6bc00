/** Where a device keeps its words: IndexedDB, else localStorage, else memory (and then the person is told). */

export interface Shelf {
  /** "memory" keeps only while this page is open. */
  readonly kind: "indexeddb" | "localstorage" | "memory";
  /** All entries whose key begins with `prefix`. */
  all(prefix: string): Promise<Map<string, unknown>>;
  set(key: string, value: unknown): Promise<void>;
  delete(key: string): Promise<void>;
}

const OPENING_MS = 2000;

/** Open the best shelf that this device has; `name` keeps workshops apart. */
export async function openShelf(
  name: string,
  indexed: () => IDBFactory | undefined = () => (typeof indexedDB === "undefined" ? undefined : indexedDB),
  local: () => Storage | undefined = () => (typeof localStorage === "undefined" ? undefined : localStorage),
): Promise<Shelf> {
  try {
    const factory = indexed();
    if (factory) return await indexedShelf(factory, name);
  } catch {
    // Firefox's private windows and full disks refuse IndexedDB; the next shelf may still hold.
  }
  return quickShelf(name, memoryShelf(), local);
}

/**
 * Open a shelf that keeps at once: localStorage, whose writing is done when the call comes back. What is put into IndexedDB
 * while a page is left may be lost with the page.
 */
export function quickShelf(
  name: string,
  otherwise: Shelf,
  local: () => Storage | undefined = () => (typeof localStorage === "undefined" ? undefined : localStorage),
): Shelf {
  try {
    const storage = local();
    if (storage) return localShelf(storage, name);
  } catch {
    // Some embedded browsers throw on the mere mention of localStorage.
  }
  return otherwise;
}

export function memoryShelf(entries = new Map<string, unknown>()): Shelf {
  return {
    kind: "memory",
    all: async (prefix) => new Map([...entries].filter(([key]) => key.startsWith(prefix))),
    set: async (key, value) => void entries.set(key, value),
    delete: async (key) => void entries.delete(key),
  };
}

export function localShelf(storage: Storage, name: string): Shelf {
  const probe = `${name}/?`;
  storage.setItem(probe, "1");
  storage.removeItem(probe);
  return {
    kind: "localstorage",
    async all(prefix) {
      const found = new Map<string, unknown>();
      for (let i = 0; i < storage.length; i += 1) {
        const key = storage.key(i) ?? "";
        if (!key.startsWith(`${name}/${prefix}`)) continue;
        const value = parsed(storage.getItem(key));
        if (value !== undefined) found.set(key.slice(name.length + 1), value);
      }
      return found;
    },
    set: async (key, value) => storage.setItem(`${name}/${key}`, JSON.stringify(value)),
    delete: async (key) => storage.removeItem(`${name}/${key}`),
  };
}

async function indexedShelf(factory: IDBFactory, name: string): Promise<Shelf> {
  const opening = factory.open(name, 1);
  opening.onupgradeneeded = () => opening.result.createObjectStore("kept");
  const database = await within(OPENING_MS, done(opening));
  database.onversionchange = () => database.close();
  const store = (mode: IDBTransactionMode) => database.transaction("kept", mode).objectStore("kept");
  const settled = (entries: IDBObjectStore) =>
    new Promise<void>((resolve, reject) => {
      entries.transaction.oncomplete = () => resolve();
      entries.transaction.onabort = () => reject(entries.transaction.error);
    });
  const shelf: Shelf = {
    kind: "indexeddb",
    async all(prefix) {
      const range = IDBKeyRange.bound(prefix, `${prefix}\uffff`);
      const entries = store("readonly");
      const [keys, values] = await Promise.all([done(entries.getAllKeys(range)), done(entries.getAll(range))]);
      return new Map(keys.map((key, i) => [String(key), values[i]]));
    },
    async set(key, value) {
      const entries = store("readwrite");
      entries.put(value, key);
      await settled(entries);
    },
    async delete(key) {
      const entries = store("readwrite");
      entries.delete(key);
      await settled(entries);
    },
  };
  await shelf.set("?", 1); // a full or forbidden store says so only now
  return shelf;
}

function done<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

/** Safari may leave an open request unanswered for ever. */
function within<T>(ms: number, promise: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error("no answer")), ms);
    promise.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}

function parsed(text: string | null): unknown {
  try {
    return text === null ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}
