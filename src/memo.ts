/** What is made once for a thing and kept as long as it lives: an edition, a page's words. */
export function memo<Key extends object, Value>(make: (key: Key) => Value): (key: Key) => Value {
  const known = new WeakMap<Key, { readonly value: Value }>();
  return (key) => {
    let found = known.get(key);
    if (found === undefined) {
      found = { value: make(key) };
      known.set(key, found);
    }
    return found.value;
  };
}

/** The same for a thing and a name: an edition's feed in one language. */
export function memoByName<Key extends object, Name, Value>(
  make: (key: Key, name: Name) => Value,
): (key: Key, name: Name) => Value {
  const ofKey = memo((_key: Key) => new Map<Name, { readonly value: Value }>());
  return (key, name) => {
    const known = ofKey(key);
    let found = known.get(name);
    if (found === undefined) {
      found = { value: make(key, name) };
      known.set(name, found);
    }
    return found.value;
  };
}
