/** Objects whose values are made when a template asks for them: of a hundred thousand articles a template shows ten. */

/** Not a plain object, which Eleventy would copy with all its values for every page. */
class Lazy {}

/** How each value of an object is made from a key, such as a row. */
export type Makers<Value extends object, Key> = { readonly [Name in keyof Value]: (key: Key) => Value[Name] };

/** A function that makes such objects. Their values look like values of their own to every template language. */
export function lazily<Value extends object, Key>(makers: Makers<Value, Key>): (key: Key) => Value {
  const makerOf = (name: string | symbol): ((key: Key) => unknown) | undefined =>
    Object.hasOwn(makers, name) ? Reflect.get(makers, name) : undefined;
  return (key) =>
    new Proxy(new Lazy(), {
      get: (target, name) => {
        const make = makerOf(name);
        return make === undefined ? Reflect.get(target, name) : make(key);
      },
      has: (target, name) => makerOf(name) !== undefined || Reflect.has(target, name),
      ownKeys: () => Object.keys(makers),
      getOwnPropertyDescriptor: (_target, name) => {
        const make = makerOf(name);
        return make === undefined
          ? undefined
          : { configurable: true, enumerable: true, writable: false, value: make(key) };
      },
      set: () => false,
      deleteProperty: () => false,
    }) as Value;
}

/** A function that is run once, when it is first called. */
export function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined;
  return () => (made ??= { value: make() }).value;
}
