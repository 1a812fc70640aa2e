/** Get, or make and keep, what belongs to a thing for as long as it lives: an edition, a page's words. */
export function keep<Key extends object, Value>(): (key: Key, make: () => Value) => Value {
  const known = new WeakMap<Key, { readonly value: Value }>();
  return (key, make) => {
    let found = known.get(key);
    if (found === undefined) {
      found = { value: make() };
      known.set(key, found);
    }
    return found.value;
  };
}

/** The same for a thing and a name: an edition's ledger in one language. */
export function keepByName<Key extends object, Name, Value>(): (key: Key, name: Name, make: () => Value) => Value {
  const ofKey = keep<Key, Map<Name, { readonly value: Value }>>();
  return (key, name, make) => {
    const known = ofKey(key, () => new Map());
    let found = known.get(name);
    if (found === undefined) {
      found = { value: make() };
      known.set(name, found);
    }
    return found.value;
  };
}
