/** Tests what is copied from the code panel. */
import { expect, test } from 'vitest';
import { pastedCode } from '../../../src/view/code/pasted-code.ts';

test.each([
  [
    'client.create_function(\n    Code={…},\n    Layers=[…],\n)',
    'client.create_function(\n    Code={},\n    Layers=[],\n)',
  ],
  ['{\n  "Instances": [{…}]\n}', '{\n  "Instances": [{}]\n}'],
  [
    'aws ec2 start-instances \\\n    --ids <string> … \\\n    --tags <string> …',
    'aws ec2 start-instances \\\n    --ids <string> \\\n    --tags <string>',
  ],
  ["Name='a … b',", "Name='a … b',"],
])('what a page leaves out is left out in a way that can be run: %#', (shown, pasted) => {
  expect(pastedCode(shown)).toBe(pasted);
});
