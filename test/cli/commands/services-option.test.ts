/** Options that take several values in one text. */
import { expect, test } from 'vitest';
import { servicesOption } from '../../../src/cli/options.ts';

test('ids of services stand between commas, with or without blanks', () => {
  const read = (value: string) => servicesOption().parseArg?.(value, [] as never);
  expect(read('s3')).toEqual(['s3']);
  expect(read('s3, ec2 ,, elbv2,')).toEqual(['s3', 'ec2', 'elbv2']);
  expect(() => read(' , ')).toThrow('It must not be empty.');
});
