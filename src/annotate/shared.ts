/** Values that results share with one another. Nobody can change them, so that what was made from one may be kept. */

const shared = new WeakSet<object>();

function frozenCopy<T>(value: T): T {
  if (typeof value !== 'object' || value === null) return value;
  const copy = Array.isArray(value)
    ? value.map(frozenCopy)
    : Object.fromEntries(Object.entries(value).map(([key, member]) => [key, frozenCopy(member)]));
  return Object.freeze(copy) as T;
}

/** A copy of plain objects, arrays and values that is frozen to the bottom and that {@link isShared} knows. */
export function share<T extends object>(value: T): Readonly<T> {
  const copy = frozenCopy(value);
  shared.add(copy);
  return copy;
}

/** Whether this is what {@link share} gave. */
export const isShared = (value: object): boolean => shared.has(value);
