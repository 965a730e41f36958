/** A real input of every dialect, as bytes. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { DialectId } from '../../src/parse/index.ts';
import { shared } from '../shared.ts';

export interface RealInput {
  readonly name: string;
  readonly dialect: DialectId;
  readonly bytes: Buffer;
}

const notes = `=========
CHANGELOG
=========

1.40.73
=======

* api-change:\`\`elbv2\`\`: One more protocol.
* bugfix:Retries: Wait longer.

`;
const markdown =
  '# Release (2025-11-13)\n\n## Module Highlights\n* `elbv2`: v1.2.3\n  * **Feature**: One more protocol.\n';

/** Every input that mutations start from. */
export function realInputs(): readonly RealInput[] {
  const client = shared('data/rst/1.40.73/reference/services/elbv2/client');
  const pages = readdirSync(client).filter((name) => /^(?:create|modify)_listener\.rst$/.test(name));
  return [
    from('changelog-text', 'seeds/000_d121624282e462ae.txt'),
    from('reference-rst', 'seeds/001_b2402d57f6ad38a2.txt'),
    from('reference-text', 'seeds/002_9bb5389250421567.txt'),
    from('changelog-flat', 'seeds/003_3a4ee911a6c0aa5f.txt'),
    from('changelog-flat', 'seeds/004_58c9702902d6aeff.txt'),
    from('changelog-html', 'data/changelog-html/1.40.73-elasticloadbalancing.html'),
    from('reference-rst', 'data/rst/1.17.57/reference/services/apigatewayv2.rst'),
    ...pages.map((name) => from('reference-rst', path.join('data/rst/1.40.73/reference/services/elbv2/client', name))),
    from('service-model', 'data/models/1.40.73/sqs/2012-11-05/service-2.json'),
    from('service-model', 'data/models/1.40.73/kinesis/2013-12-02/service-2.json'),
    { name: 'CHANGELOG.rst', dialect: 'release-notes', bytes: Buffer.from(notes) },
    { name: 'CHANGELOG.md', dialect: 'release-notes', bytes: Buffer.from(markdown) },
  ];
}

function from(dialect: DialectId, name: string): RealInput {
  return { name: path.basename(name), dialect, bytes: readFileSync(shared(name)) };
}
