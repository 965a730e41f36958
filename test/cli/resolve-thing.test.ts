/** The service that a name means, and what is said of a name that means none, or several. */
import { expect, test } from 'vitest';
import { resolveService, serviceNamed } from '../../src/cli/resolve-thing.ts';
import { memoryStore } from '../memory-store.ts';

const letters = (count: number) =>
  Array.from({ length: count }, (_, at) => `tea-house-${String.fromCharCode(97 + at)}`);

test('a name means the service that is written so, and else the one that differs in case only', () => {
  expect(serviceNamed('s3', ['S3', 's3'])).toBe('s3');
  expect(serviceNamed('Tea', ['pot', 'tea'])).toBe('tea');
});

test('where two differ in case only, both are named', () => {
  expect(() => serviceNamed('TEA', ['Tea', 'tea'])).toThrow('`TEA` can be Tea or tea: write one of them.');
});

test('of an unknown service it is told what the store has, up to twelve', () => {
  const said = (known: readonly string[], name = '?') => {
    try {
      return serviceNamed(name, known);
    } catch (error) {
      return (error as Error).message;
    }
  };
  expect(said([])).toBe('The store knows no service ?: it has none.');
  expect(said(['pot', 'tea'])).toBe('The store knows no service ?: it has pot, tea.');
  expect(said(letters(12))).toBe(`The store knows no service ?: it has ${letters(12).join(', ')}.`);
  expect(said(letters(13))).toBe(`The store knows no service ?: it has ${letters(12).join(', ')}, ….`);
  expect(said(letters(13), 'tea-hous-b')).toContain('tea-house-b');
});

test('an id with dots goes before a shorter one, and a name with an empty part is refused', () => {
  const reader = { ...memoryStore(), serviceIds: () => ['runtime', 'runtime.lex'] };
  expect(resolveService('runtime.lex.Post', reader)).toEqual({ service: 'runtime.lex', rest: 'Post' });
  expect(resolveService('runtime.Post.a.b', reader)).toEqual({ service: 'runtime', rest: 'Post.a.b' });
  expect(resolveService('Runtime', reader)).toEqual({ service: 'runtime', rest: '' });
  expect(() => resolveService('runtime..Post', reader)).toThrow(
    '`runtime..Post` has a part without a name: write `runtime.Post`',
  );
  for (const name of ['', ' ', '.'])
    expect(() => resolveService(name, reader)).toThrow(/^Name a service, an operation or a field/);
  expect(() => resolveService('kettle.Post', reader)).toThrow('The store knows no service kettle');
});
