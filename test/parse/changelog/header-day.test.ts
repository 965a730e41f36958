/** The day in the header of a changelog page: one that no calendar has is told where it stands, and is no day. */
import { expect, test } from 'vitest';
import { parseDocuments } from '../../../src/parse/index.ts';

const header = (day: string) => `${day} - Elastic Load Balancing - 1 updated api methods`;

test.each([
  ['changelog-flat', (day: string) => `${header(day)}\nChanges Words.\n`, 1, 1],
  ['changelog-text', (day: string) => `Elastic Load Balancing\n\n  ${header(day)}\n\nChanges  Words.\n`, 3, 3],
  ['changelog-html', (day: string) => `<body>\n <p>\n${header(day)}</p>\n</body>`, 2, 2],
] as const)('%s', (dialect, page, line, column) => {
  const read = (day: string) => {
    const { date, messages } = parseDocuments(dialect, [{ name: 'page', text: page(day) }]);
    return { date, told: messages.filter(({ ruleId }) => ruleId === 'unknown-day').map(({ name }) => name) };
  };
  expect(read('2024/02/29')).toEqual({ date: '2024-02-29', told: [] });
  for (const day of ['2024/02/30', '2024/13/45', '2023/02/29', '2024/00/10'])
    expect(read(day)).toEqual({ date: null, told: [`page:${line}:${column}`] });
});
